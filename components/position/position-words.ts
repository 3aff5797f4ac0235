import type { SenderState } from '#components/position/position-sender.ts';
import type { Doubt, PauseReason } from '#lib/vocabulary.ts';

type Situation = SenderState | { kind: 'unknown' } | { kind: 'unasked' };

/** For the person: state of their position and what to do. */
export function streamWords(state: Situation): string {
  switch (state.kind) {
    case 'unknown':
    case 'seeking':
      return 'Looking for your position.';
    case 'unasked':
      return 'AURA has the position that went with your press. If you move, let this page send where you are.';
    case 'sending':
      return 'Your position is being sent. Keep this page open: phones stop sending when the screen is locked.';
    case 'waiting':
      return `No connection. ${state.kept === 1 ? 'Your last position is' : `Your last ${state.kept} positions are`} kept here and sent as soon as it is back.`;
    case 'paused':
      return state.reason === 'denied'
        ? 'This page may not read your position. Allow it in the browser’s settings for this site.'
        : 'This device finds no position. Go to a window or into the open if that is safe.';
    case 'ended':
      return state.because === 'closed'
        ? 'The callout is closed, so your position is not sent any more.'
        : 'This device may not send your position for this callout. Sign in again.';
  }
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
