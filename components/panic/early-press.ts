/** What the script inside the page (early-press.js) had begun when React took the page over. */
export type EarlyPress =
  | { name: 'holding'; since: number }
  /** `heldSince` is null where a click began it, which holds nothing. */
  | { name: 'grace'; since: number; heldSince: number | null; press: { pressId: string; pressedAt: string } }
  | { name: 'sending'; press: { pressId: string; pressedAt: string } };

declare global {
  interface Window {
    /** Ends the early script and gives what it had begun. */
    vigilEarlyPress?: () => EarlyPress | undefined;
  }
}

/** Takes over from the script that served the button until now; nothing the first time nothing was begun. */
export function takeOverEarlyPress(): EarlyPress | undefined {
  return window.vigilEarlyPress?.();
}
