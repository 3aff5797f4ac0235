import { forgetOnDevice, keepOnDevice, PRESS_KEY } from '#components/panic/device-store.ts';
import { CANCEL_UNHEARD, NOTHING_SENT } from '#components/panic/hold-words.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import type { PressDraft } from '#components/panic/press-draft.ts';
import { partOf } from '#lib/geo/reading.ts';
import { postJson } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

// Has the server hold a press for its grace, by plain requests that outlive the page. Part of the inline script: no
// React, no schema library.

/** How long the form waits for the answer to *send*, which makes it lead straight to the callout. */
const RELEASE_PATIENCE_MS = 5_000;

/** Sends a press to be held. Without a connection, or without `fetch`, the page holds it itself. */
export function holdEarly(draft: PressDraft, graceMs: number, pressToken: string): void {
  const { press } = draft;
  if (!press || navigator.onLine === false) return;
  const location = draft.seeker?.best() ?? recallFix();
  const sent = location ? { ...press, location } : press;
  const held = { ...sent, pressToken, graceSeconds: graceMs / 1_000, sentAt: now().toISOString() };
  const asked = post('', pressToken, held);
  if (!asked) return;
  draft.isSentToBeHeld = true;
  keepOnDevice(PRESS_KEY, sent);
  // The first position follows: the grace is over before the search is.
  if (!location)
    void draft.seeker?.first.then(() => {
      if (draft.press === press) holdEarly(draft, graceMs, pressToken);
    });
  // Without an answer the form sends it at the end of the grace.
  asked.catch(() => undefined);
}

/** Ends the grace at the server; resolves at its answer, failure or timeout. */
export async function releaseEarly({ press, isSentToBeHeld }: PressDraft, pressToken: string): Promise<void> {
  if (!press || !isSentToBeHeld) return;
  const late = new Promise((resolve) => setTimeout(resolve, RELEASE_PATIENCE_MS));
  await Promise.race([post(`/${press.pressId}/send`, pressToken)?.catch(() => undefined), late]);
}

/** Withdraws a press that the server may hold; `tell` gets the position of what is to be said. */
export async function cancelEarly(
  { press }: PressDraft,
  pressToken: string,
  tell: (at: number) => void,
): Promise<void> {
  if (!press) return;
  forgetOnDevice(PRESS_KEY);
  try {
    const answer = await post(`/${press.pressId}/withdraw`, pressToken);
    if (!answer) return tell(CANCEL_UNHEARD);
    if (partOf(await answer.json(), 'state') === 'withdrawn') return tell(NOTHING_SENT);
    // Too late, or not known: that page shows its receipt.
    window.location.assign(`/panic?press=${press.pressId}`);
  } catch {
    // No connection, or no answer of ours: the press may have been sent.
    tell(CANCEL_UNHEARD);
  }
}

function post(path: string, pressToken: string, body: object | null = null): Promise<Response> | undefined {
  try {
    return postJson(`/api/panic${path}`, body, { bearer: pressToken });
  } catch {
    // A browser without fetch: the form remains.
    return undefined;
  }
}
