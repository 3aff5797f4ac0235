import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { typedNumber } from '#lib/platform/typed-text.ts';

/** AURA's home market: a number typed without a country code is read as South African. */
const HOME_COUNTRY = 'ZA';

const CAN_RECEIVE_A_CODE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/**
 * Of a country where libphonenumber takes shorter ones for mobiles, too: in South Africa `082 555`, which reaches nobody.
 */
const DIGITS_AT_LEAST: Readonly<Record<string, number>> = { ZA: 9 };

/** Any spelling in, E.164 out; null when it is not a number that can receive a text message. */
export function parseMobile(text: string): string | null {
  const number = parsePhoneNumberFromString(typedNumber(text), HOME_COUNTRY);
  if (!number?.isValid() || !CAN_RECEIVE_A_CODE.has(number.getType() ?? '')) return null;
  const isWhole = number.nationalNumber.length >= (DIGITS_AT_LEAST[number.country ?? ''] ?? 0);
  return isWhole ? number.number : null;
}

/** Names as AURA takes them: it wants both, so somebody with one name is there with it twice. */
export function auraNames({ name, surname }: { name: string; surname: string }): {
  name: string;
  surname: string;
} {
  return { name, surname: surname || name };
}

/**
 * A mobile as its owner sees it: country and network, "+27 82 ••• ••••". Its last four digits are the safe code that ends a
 * response, and must not be read off a screen by whoever holds the phone.
 */
export function maskMobile(mobile: string): string {
  const number = parsePhoneNumberFromString(mobile);
  if (!number) return '••• ••••';
  const network = number.nationalNumber.slice(0, Math.max(0, Math.min(2, number.nationalNumber.length - 4)));
  return `+${number.countryCallingCode} ${network} ••• ••••`;
}

/** How long an unfinished registration may be taken up again. */
export const REGISTRATION_LIFETIME_MS = 60 * 60_000;

/** How long we remember that AURA may have an account whose number it never told us. */
export const LOST_ANSWER_KEPT_MS = 30 * 86_400_000;
