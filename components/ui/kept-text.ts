/** What this browser keeps under a name; null without it, or where storage is unavailable. */
export function readKept(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    // Storage is unavailable: the default holds.
    return null;
  }
}

/** Keeps it in this browser; where storage is unavailable it lasts as long as the page. */
export function keepText(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}
