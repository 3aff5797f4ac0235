import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { searchedWords, searchKey, typedNumber } from '#lib/platform/typed-text.ts';

/** AURA's home market: numbers without a country code are parsed as South African. */
const HOME_COUNTRY = 'ZA';

const CAN_RECEIVE_A_CODE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** For countries where libphonenumber accepts too short mobiles: `082 555` in South Africa. */
const DIGITS_AT_LEAST: Readonly<Record<string, number>> = { ZA: 9 };

/** Any format to E.164; null when it cannot receive text messages. */
export function parseMobile(text: string): string | null {
  const number = parsePhoneNumberFromString(typedNumber(text), HOME_COUNTRY);
  if (!number?.isValid() || !CAN_RECEIVE_A_CODE.has(number.getType() ?? '')) return null;
  const isWhole = number.nationalNumber.length >= (DIGITS_AT_LEAST[number.country ?? ''] ?? 0);
  return isWhole ? number.number : null;
}

/** Whether a mobile (E.164) is of one of these countries (ISO codes). */
export function isOfCountry(mobile: string, countries: readonly string[]): boolean {
  const country = parsePhoneNumberFromString(mobile)?.country;
  return country !== undefined && countries.includes(country);
}

/** AURA requires name and surname: a single name is sent as both. */
export function auraNames({ name, surname }: { name: string; surname: string }): {
  name: string;
  surname: string;
} {
  return { name, surname: surname || name };
}

/** "+27 82 ••• ••••": the last four digits are the safe code, which must not be readable on a screen. */
export function maskMobile(mobile: string): string {
  const number = parsePhoneNumberFromString(mobile);
  if (!number) return '••• ••••';
  const network = number.nationalNumber.slice(0, Math.max(0, Math.min(2, number.nationalNumber.length - 4)));
  return `+${number.countryCallingCode} ${network} ••• ••••`;
}

/** A number of which nobody has signed in for so long may have gone to somebody else. */
export const LATE_SIGN_IN_MS = 90 * 86_400_000;

/** Whether a sign-in asks for the surname beside the code: neither registered nor signed in for long. */
export function asksForSurname(createdAt: Date, lastSignInAt: Date | null, at: Date): boolean {
  const last = Math.max(createdAt.getTime(), lastSignInAt?.getTime() ?? 0);
  return at.getTime() - last >= LATE_SIGN_IN_MS;
}

/** Whether a typed surname is the person's, whatever its accents, case and marks; of a single name, that name. */
export function isSurnameOf(typed: string, person: { name: string; surname: string }): boolean {
  const plain = (text: string) => searchKey(searchedWords(text));
  return plain(typed) !== '' && plain(typed) === plain(auraNames(person).surname);
}

export const REGISTRATION_LIFETIME_MS = 60 * 60_000;

/** Retention of registrations with an unknown outcome at AURA. */
export const LOST_ANSWER_KEPT_MS = 30 * 86_400_000;
