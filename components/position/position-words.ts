import type { SenderState } from '#components/position/position-sender.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';
import type { Doubt, PauseReason } from '#lib/vocabulary.ts';

type Situation = SenderState | { kind: 'unknown' } | { kind: 'unasked' };

/** For the person: state of their position and what to do. */
export function streamWords(state: Situation, t: Translate = english): string {
  switch (state.kind) {
    case 'unknown':
    case 'seeking':
      return t('stream.seeking');
    case 'unasked':
      return t('stream.unasked');
    case 'sending':
      return t('stream.sending');
    case 'waiting':
      return t('stream.waiting');
    case 'paused':
      return t(state.reason === 'denied' ? 'place.denied' : 'stream.unavailable');
    case 'ended':
      return t(state.because === 'closed' ? 'stream.closed' : 'stream.stopped');
  }
}

/** Whether the position does not go out as it should. */
export function isTrouble({ kind }: Situation): boolean {
  return kind !== 'sending' && kind !== 'seeking' && kind !== 'unknown';
}

/** For operators: why a position stopped. */
export const pauseWords: Record<PauseReason | 'silent', string> = {
  hidden: 'The person’s page is not in front, or the phone is locked.',
  closed: 'The person closed the page or left it.',
  denied: 'The browser may not read the position any more.',
  unavailable: 'The device finds no position.',
  silent: 'The device went quiet without saying why.',
};

/** Why a fix in the trail is not used. */
export const doubtWords: Record<Doubt, string> = {
  jump: 'Too far off to be believed; not sent to AURA',
  old: 'From before the press; not sent to AURA',
  other_device: 'From another device of the person; not sent to AURA',
};

/** Accuracy as reported by the device. */
export function accuracyText(metres: number | null): string {
  return metres === null ? 'Unknown' : `± ${Math.round(metres)} m`;
}
