import { askPermission } from '#components/panic/ask-permission.ts';
import { keepHelp, recallHelp } from '#components/panic/chosen-help.ts';
import { keepOnDevice, PRESS_KEY } from '#components/panic/device-store.ts';
import { driveHold } from '#components/panic/drive-hold.ts';
import { followEarly } from '#components/panic/early-follow.ts';
import { cancelEarly, holdEarly, releaseEarly } from '#components/panic/early-hold.ts';
import type { EarlyPress } from '#components/panic/early-press-handover.ts';
import { earlyTexts } from '#components/panic/early-words.ts';
import { type HoldState, isFiring } from '#components/panic/hold-machine.ts';
import {
  CANCELLING,
  NO_ANSWER,
  noteOn,
  SENDING,
  STILL_NEEDED,
  UNLESS_CANCELLED,
} from '#components/panic/hold-words.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import { ANSWER, type SoughtFix, seekPosition } from '#components/panic/position-seeker.ts';
import {
  holdDraft,
  type PressDraft,
  settleDraft,
  stopSeeking,
  touchDraft,
} from '#components/panic/press-draft.ts';
import { SILENCE_MS } from '#components/panic/send-press.ts';
import { readTiming } from '#components/panic/timing.ts';
import { now } from '#lib/platform/clock.ts';

// Serves the panic button from the first paint, before React is there or if it never comes; hands over what it has
// begun, once. Bundled into the page as one inline script (early-press.inline.ts), from the same modules that React
// uses: nothing here may import React or a schema library.

const stop = new AbortController();
const draft: PressDraft = {};
let state: HoldState = { name: 'idle' };
let silence: ReturnType<typeof setTimeout> | undefined;
let wouldAsk = false;
void askPermission().then((status) => {
  wouldAsk = status?.state === 'prompt';
  if (wouldAsk || !status) document.getElementById('position-notice')?.removeAttribute('hidden');
});

// When the page breaks under the press, its form is gone, and with it what is shown; not the press.
let lastForm: HTMLFormElement | undefined;
function form(): HTMLFormElement | undefined {
  const found = document.getElementById('press-form');
  if (found instanceof HTMLFormElement) lastForm = found;
  return lastForm;
}

const { words: lines, timing } = form()?.dataset ?? {};
const texts = earlyTexts(lines);

function part(name: string): HTMLElement | null | undefined {
  return form()?.querySelector<HTMLElement>(`[data-press="${name}"]`);
}

function show(note = ''): void {
  const isWaiting = state.name === 'grace' || state.name === 'asking';
  part('panic')?.toggleAttribute('data-holding', state.name === 'holding');
  part('grace')?.toggleAttribute('hidden', !isWaiting);
  part('pad')?.toggleAttribute('hidden', isWaiting || state.name === 'sending');
  const words = part('note');
  if (words) words.textContent = note;
}

function onStep(before: HoldState, after: HoldState): void {
  state = after;
  clearTimeout(silence);
  if (isFiring(before, after)) void send();
  else if (after.name === 'holding') touchDraft(draft, wouldAsk);
  else if (after.name === 'grace') {
    holdDraft(draft, 'real');
    holdEarly(draft, after.lengthMs, pressToken());
  } else if (before.name === 'grace' && draft.isSentToBeHeld) {
    if (after.name === 'idle') cancel();
    // The server sent the press at the end of its grace while this device slept.
    else hold.dispatch({ type: 'sendNow' });
    return;
  } else if (after.name === 'idle') forget();
  const words = { grace: texts[UNLESS_CANCELLED], asking: texts[STILL_NEEDED], sending: texts[SENDING] };
  show((after.name in words && words[after.name as keyof typeof words]) || noteOn(before, after, texts));
}

const hold = driveHold({ timing: readTiming(timing), onStep });

function forget(): void {
  stopSeeking(draft);
  Object.assign(draft, { press: undefined, isSentToBeHeld: false });
}

function cancel(): void {
  const cancelled = { ...draft };
  forget();
  show(texts[CANCELLING]);
  void cancelEarly(cancelled, pressToken(), (at) => {
    if (state.name === 'idle') show(texts[at]);
  });
}

function pressToken(): string {
  const field = form()?.elements.namedItem('pressToken');
  return field instanceof HTMLInputElement ? field.value : '';
}

async function send(): Promise<void> {
  holdDraft(draft, 'real');
  const { press } = draft;
  if (!press) return;
  // The page stays until there is an answer, however long that takes.
  silence = setTimeout(() => show(texts[NO_ANSWER]), SILENCE_MS);
  keepOnDevice(PRESS_KEY, press);
  const [sought] = await Promise.all([settleDraft(draft), releaseEarly(draft, pressToken())]);
  if (state.name !== 'sending') return;
  const location = sought?.fix ?? recallFix();
  keepOnDevice(PRESS_KEY, location ? { ...press, location } : press);
  const target = form();
  // Opened anew, the page goes on with what is kept.
  if (!target?.isConnected) window.location.assign('/panic');
  else submit(target, press, location);
}

function submit(
  target: HTMLFormElement,
  press: { pressId: string; pressedAt: string },
  fix?: SoughtFix,
): void {
  const { pressId, pressedAt } = press;
  const fields = { pressId, pressedAt, ...fix, sentAt: now().toISOString() };
  for (const [name, value] of Object.entries(fields)) {
    const field = target.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = String(value ?? '');
  }
  target.submit();
}

// So that React, which listens below the window, hears of nothing before its turn.
for (const type of ['pointerdown', 'keydown', 'keyup', 'submit', 'contextmenu', 'click']) {
  window.addEventListener(
    type,
    (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      // The browser asks its question now; its answer is there when React is.
      if (type === 'click' && target.closest('#position-notice button')) void seekPosition(ANSWER).settle();
      if (!target.closest('#press-form')) return;
      event.stopPropagation();
      const isChoice = type === 'click' && target.closest('label') !== null;
      if (!isChoice && (type === 'submit' || type === 'click')) event.preventDefault();
    },
    { capture: true, signal: stop.signal },
  );
}
// Back from the page that the form led to: the press that it sent is not to be gone on with.
window.addEventListener(
  'pageshow',
  (event) => {
    if (event.persisted && state.name === 'sending') hold.dispatch({ type: 'reset' });
  },
  { signal: stop.signal },
);

// The kind of help that this device keeps is shown, and one that is chosen now goes with the press.
const kept = String(recallHelp());
for (const choice of part('help')?.querySelectorAll('input') ?? []) {
  if (choice.value === kept) choice.checked = true;
}
window.addEventListener(
  'change',
  ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'responseTypeId') return;
    const responseTypeId = Number(target.value);
    keepHelp(responseTypeId);
    if (!draft.press) return;
    draft.press = { ...draft.press, responseTypeId };
    if (state.name === 'grace') holdEarly(draft, state.lengthMs, pressToken());
  },
  { capture: true, signal: stop.signal },
);

followEarly(stop.signal);

window.vigilEarlyPress = (): EarlyPress | undefined => {
  if (stop.signal.aborted) return undefined;
  stop.abort();
  clearTimeout(silence);
  const activeHold = hold.stop();
  if (activeHold.state.name === 'idle') return undefined;
  state = { name: 'idle' };
  show('');
  return { activeHold, draft: { ...draft } };
};
