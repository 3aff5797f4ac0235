// Links pasted into chats and sentences come back with trailing punctuation. Pure.

// Punctuation, symbols, blanks and invisible marks, except "/" and the signs that our tokens may end in.
const AFTER_A_LINK = /(?:(?![/_-])[\p{P}\p{S}\p{Z}\p{C}])+$/u;

// A token has 43 characters, so whatever follows one is none of it: a sign that tokens may end in, or the next word.
const AFTER_A_TOKEN = /(?<=^\/(?:follow|admin\/join)\/[\w-]{43}).+$/su;

/** The path without trailing punctuation; null when there is none. */
export function withoutPastedSigns(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // Invalid encoding: not one of our links.
    return null;
  }
  const trimmed = path.replace(AFTER_A_TOKEN, '').replace(AFTER_A_LINK, '');
  return trimmed === path ? null : encodeURI(trimmed || '/');
}
