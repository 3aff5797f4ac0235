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

type Names = { name: string; surname: string };
/** A name as a person writes it, and how to say it. */
export type WrittenName = Names & { latinName: string | null };

/**
 * What AURA has for a name. It has no field for how to say one, so that stands behind the name. AURA requires a surname: a
 * single name is sent as both.
 */
export function auraNames({ name, surname, latinName }: WrittenName, isLatin = false): Names {
  if (isLatin && latinName !== null) return latinNames(latinName);
  const isSaidAsWritten = latinName === null || latinName === [name, surname].filter(Boolean).join(' ');
  return { name: isSaidAsWritten ? name : `${name} (${latinName})`, surname: surname || name };
}

/** The first word is the name, the rest the surname. */
function latinNames(latinName: string): Names {
  const [name = latinName, ...rest] = latinName.split(' ');
  return { name, surname: rest.join(' ') || name };
}

const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a name has letters of another script than Latin. */
export function isInOtherScript({ name, surname }: Names): boolean {
  return OTHER_SCRIPT.test(name + surname);
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

/**
 * Whether a typed surname is the person's, as they write it or in Latin letters, whatever its accents, case and marks; of
 * a single name, that name.
 */
export function isSurnameOf(typed: string, { name, surname, latinName }: WrittenName): boolean {
  const plain = (text: string) => searchKey(searchedWords(text));
  const known = [surname || name, ...(latinName === null ? [] : [latinNames(latinName).surname])];
  return plain(typed) !== '' && known.some((one) => plain(one) === plain(typed));
}

export const REGISTRATION_LIFETIME_MS = 60 * 60_000;

/** Retention of registrations with an unknown outcome at AURA. */
export const LOST_ANSWER_KEPT_MS = 30 * 86_400_000;
