import type { ActiveHold } from '#components/panic/drive-hold.ts';
import type { PressDraft } from '#components/panic/press-draft.ts';

/** What the inline script (early-press.ts) had begun when React took the page over. */
export type EarlyPress = { activeHold: ActiveHold; draft: PressDraft };

declare global {
  interface Window {
    /** Ends the inline script and gives what it had begun. */
    vigilEarlyPress?: () => EarlyPress | undefined;
  }
}

/** Takes over from the inline script; undefined where it had begun nothing, or is not there. */
export function takeOverEarlyPress(): EarlyPress | undefined {
  return window.vigilEarlyPress?.();
}
