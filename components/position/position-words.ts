import type { SenderState } from '#components/position/position-sender.ts';
import type { Doubt, PauseReason } from '#lib/vocabulary.ts';

type Situation = SenderState | { kind: 'unknown' } | { kind: 'unasked' };

/** For the person: state of their position and what to do. */
export function streamWords(state: Situation): string {
  switch (state.kind) {
    case 'unknown':
    case 'seeking':
      return 'Looking for your location.';
    case 'unasked':
      return 'The control room has the location you pressed at. If you move, send your location.';
    case 'sending':
      return 'Your location is being sent. Keep this page open and the screen on.';
    case 'waiting':
      return 'No internet. We keep your location and send it later.';
    case 'paused':
      return state.reason === 'denied'
        ? 'Location is off. Allow location for this site in your browser settings.'
        : 'We cannot find your location. Go to a window or outside, if it is safe.';
    case 'ended':
      return state.because === 'closed'
        ? 'This has ended. Your location is not sent now.'
        : 'This phone cannot send your location. Sign in again.';
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
