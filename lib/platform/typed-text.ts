// Normalizes typed and pasted text: digits of any script, invisible marks, odd blanks. Pure; safe for the browser.

const DIGIT = /\p{Nd}/u;
const MATHEMATICAL_DIGITS = { first: 0x1d7ce, last: 0x1d7ff };
// Joiners are part of words in many scripts; in numbers, and after these scripts, they mean nothing.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const JOINERS = /\p{Join_Control}/u;
const BLANKS = /[\s\p{Z}\u2800]+/gu;
const DASHES = /[\p{Pd}\u2212\u00AD\u2043]/gu;
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02BB\u2032\u0060\u00B4\uFF07]/g;

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

/** One line of words: NFC, single blanks, no invisible marks but joiners within a word. */
export function typedWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, (mark) => (JOINERS.test(mark) ? mark : ''))
    .replace(BLANKS, ' ')
    .replace(
      /(^|[^\p{L}\p{M}]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}])\p{Join_Control}+|\p{Join_Control}+(?![\p{L}\p{Join_Control}])/gu,
      '$1',
    )
    .trim();
}

/** A number: ASCII digits, plain dashes, single blanks, nothing invisible. */
export function typedNumber(text: string): string {
  return asciiDigits(text)
    .replace(DASHES, '-')
    .replace(INVISIBLE, '')
    .replace(/\uFF0B/g, '+')
    .replace(BLANKS, ' ')
    .trim();
}

/** A code: as a number, without blanks and dashes. Letters stay, so a wrong code stays wrong. */
export function typedCode(text: string): string {
  return typedNumber(text).replace(/[ -]/g, '');
}

/** For comparison and search: one kind of apostrophe and dash, ASCII digits. */
export function searchedWords(text: string): string {
  return asciiDigits(typedWords(text)).replace(APOSTROPHES, "'").replace(DASHES, '-');
}
