import { searchedWords, searchKey } from '#lib/platform/typed-text.ts';

export const DAY_MS = 86_400_000;
/** AURA's home market: numbers without a country code are parsed as South African. */
const HOME_CODE = '+27';

/** One indexed lookup: the sort key and the range it starts from. */
export type Lookup =
  | { by: 'newest' }
  | { by: 'customer'; customerId: number }
  | { by: 'mobile'; mobile: string }
  | { by: 'surname' | 'name'; prefix: string };

/** Candidate lookups for a search text: names by their beginning, mobiles and customer numbers whole. */
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
  const byMobile = mobiles.map((mobile): Lookup => ({ by: 'mobile', mobile }));
  const mayBeId = /^[1-9]\d{0,14}$/.test(text);
  return mayBeId ? [{ by: 'customer', customerId: Number(text) }, ...byMobile] : byMobile;
}

/** AURA takes the last day as an instant: its last millisecond. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS - 1_000);
}

/** Upper bound for a renewal; a later date is probably a typo. */
export function latestRenewal(at: Date): Date {
  const latest = new Date(at);
  latest.setUTCFullYear(latest.getUTCFullYear() + 5);
  return latest;
}

/** Whether the typed confirmation matches the surname, ignoring case, accents and outer spaces. */
export function confirms(typed: string, surname: string): boolean {
  const plain = (text: string) => searchKey(searchedWords(text));
  return plain(typed) !== '' && plain(typed) === plain(surname);
}

export function sameIds(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
