import { plainMarks, searchedWords } from '#lib/platform/typed-text.ts';

export const DAY_MS = 86_400_000;
/** AURA's home market: a number typed without a country code is read as South African. */
const HOME_CODE = '+27';

/** How a list of customers is found and ordered, and from which of its entries on. */
export type Lookup =
  | { by: 'newest' }
  | { by: 'customer'; customerId: number }
  | { by: 'mobile' | 'surname' | 'name'; prefix: string };

/**
 * Small letters without accents and with one kind of apostrophe and dash, so that "zoe" finds "Zoë". Letter by letter, as a database does it: some
 * languages write a letter otherwise at the end of a word.
 */
export function searchKey(text: string): string {
  const plain = [...text]
    .map((letter) => letter.toLowerCase())
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return plainMarks(plain);
}

/** What may be meant by what was typed. Every lookup is the start of something, so that an index can serve it. */
export function lookupsFor(typed: string): Lookup[] {
  const text = searchedWords(typed);
  if (text === '') return [{ by: 'newest' }];
  return /^[+(]?[\d\s().+-]*\d[\d\s().-]*$/.test(text) ? numberLookups(text) : nameLookups(text);
}

function nameLookups(text: string): Lookup[] {
  const prefix = searchKey(text.replaceAll(',', ' ').replace(/\s+/g, ' ')).trim();
  if (prefix === '') return [];
  return [
    { by: 'surname', prefix },
    { by: 'name', prefix },
  ];
}

function numberLookups(text: string): Lookup[] {
  const digits = text.replace(/\D/g, '');
  const mobiles = text.startsWith('+')
    ? [`+${digits}`]
    : digits.startsWith('00')
      ? [`+${digits.slice(2)}`]
      : digits.startsWith('0')
        ? [HOME_CODE + digits.slice(1)]
        : [HOME_CODE + digits, `+${digits}`];
  const byMobile = mobiles
    // A prefix of the other would find everything twice.
    .filter((prefix, index) => !mobiles.some((other, at) => at !== index && prefix.startsWith(other)))
    .map((prefix): Lookup => ({ by: 'mobile', prefix }));
  const mayBeId = /^[1-9]\d{0,14}$/.test(text);
  return mayBeId ? [{ by: 'customer', customerId: Number(text) }, ...byMobile] : byMobile;
}

/** The last moment of a day, which AURA takes as an instant. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS - 1_000);
}

/** The farthest that a subscription may be renewed to at once; farther is a slip of the finger. */
export function latestRenewal(at: Date): Date {
  const latest = new Date(at);
  latest.setUTCFullYear(latest.getUTCFullYear() + 5);
  return latest;
}

/** Whether what was typed is the surname; capitals, accents and spaces around it do not matter. */
export function confirms(typed: string, surname: string): boolean {
  const plain = (text: string) => searchKey(searchedWords(text));
  return plain(typed) !== '' && plain(typed) === plain(surname);
}

export function sameIds(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
