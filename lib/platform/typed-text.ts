// Normalizes typed and pasted text: digits of any script, invisible marks, odd blanks. Pure; safe for the browser.

const DIGIT = /\p{Nd}/u;
const MATHEMATICAL_DIGITS = { first: 0x1d7ce, last: 0x1d7ff };
// Joiners are part of words in many scripts; in numbers, and after these scripts, they mean nothing.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const INVISIBLE_BUT_JOINERS = /(?!\p{Join_Control})[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const JOINED = /[\p{L}\p{M}]$/u;
const UNJOINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]$/u;
const BLANKS = /[\s\p{Z}\u2800]+/gu;

/** What is typed and stored for an apostrophe. */
export const APOSTROPHES = '\u2018\u2019\u201B\u02BC\u02BB\u2032\u0060\u00B4\uFF07';
/** Every dash of Unicode but the plain one, and what is taken for one. */
export const DASHES =
  '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u058A\u05BE\u1400\u1806\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D\u301C\u3030\u30A0\uFE31\uFE32\uFE58\uFE63\uFF0D\u{10D6E}\u{10EAD}';
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');
const ANY_DASH = new RegExp(`[${DASHES}\\p{Pd}\u00AD]`, 'gu');

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= MATHEMATICAL_DIGITS.first && code <= MATHEMATICAL_DIGITS.last) {
    return (code - MATHEMATICAL_DIGITS.first) % 10;
  }
  // Unicode keeps a script's ten digits together, beginning with zero.
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

export function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/** Whether a joiner is significant here: within a word of a script that uses joiners. */
function isJoining(before: string, after: string): boolean {
  return JOINED.test(before) && !UNJOINED.test(before) && /^\p{L}/u.test(after);
}

/** One line of words: NFC, single blanks, no invisible marks but joiners within a word. */
export function typedWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE_BUT_JOINERS, '')
    .replace(BLANKS, ' ')
    .replace(/\p{Join_Control}+/gu, (joiners, at: number, whole: string) =>
      isJoining(
        whole.slice(Math.max(0, at - 2), at),
        whole.slice(at + joiners.length, at + joiners.length + 2),
      )
        ? joiners
        : '',
    )
    .trim();
}

/** A number: ASCII digits, plain dashes, single blanks, nothing invisible. */
export function typedNumber(text: string): string {
  return asciiDigits(text)
    .replace(ANY_DASH, '-')
    .replace(INVISIBLE, '')
    .replace(/\uFF0B/g, '+')
    .replace(BLANKS, ' ')
    .trim();
}

/** A code: as a number, without blanks and dashes. Letters stay, so a wrong code stays wrong. */
export function typedCode(text: string): string {
  return typedNumber(text).replace(/[ -]/g, '');
}

/** One kind of apostrophe and one of dash. */
function plainMarks(text: string): string {
  return text.replace(ANY_APOSTROPHE, "'").replace(ANY_DASH, '-');
}

/** For comparison and search: one kind of apostrophe and dash, ASCII digits. */
export function searchedWords(text: string): string {
  return plainMarks(asciiDigits(typedWords(text)));
}

/** Lower case without accents, one kind of apostrophe and dash, per character like PostgreSQL's lower(). */
export function searchKey(text: string): string {
  const plain = [...text]
    .map((letter) => letter.toLowerCase())
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return plainMarks(plain);
}
