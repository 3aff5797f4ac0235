// Links come back from chats and sentences with the sign that followed them. Pure.

// Punctuation, symbols, blanks and invisible marks; not the two signs that our own tokens may end in, nor a slash.
const AFTER_A_LINK = /(?:(?![/_-])[\p{P}\p{S}\p{Z}\p{C}])+$/u;

/** The path without what followed the link where it was pasted from; null when nothing did. */
export function withoutPastedSigns(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // Not text: nothing that a chat made of one of our links.
    return null;
  }
  const trimmed = path.replace(AFTER_A_LINK, '');
  return trimmed === path ? null : encodeURI(trimmed || '/');
}
