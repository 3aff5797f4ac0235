const SCREAMING = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const CAMEL = /^[a-z]+([A-Z][a-z0-9]*)+$/;

/** A code of AURA's in words: `NEW_CALLOUT` is “New callout”, `readCallout` “Read callout”. Other text stays as it is. */
export function codeWords(text: string): string {
  if (SCREAMING.test(text)) return sentence(text.toLowerCase().replaceAll('_', ' '));
  if (CAMEL.test(text)) return sentence(text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return text;
}

const sentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/\beta\b/g, 'ETA');
