import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { typedNumber } from '#lib/platform/typed-text.ts';

/** AURA's home market: a number typed without a country code is read as South African. */
const HOME_COUNTRY = 'ZA';

const CAN_RECEIVE_A_CODE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Any spelling in, E.164 out; null when it is not a number that can receive a text message. */
export function parseMobile(text: string): string | null {
  const number = parsePhoneNumberFromString(typedNumber(text), HOME_COUNTRY);
  return number?.isValid() && CAN_RECEIVE_A_CODE.has(number.getType() ?? '') ? number.number : null;
}

/** Names as AURA takes them: it wants both, so somebody with one name is there with it twice. */
export function auraNames({ name, surname }: { name: string; surname: string }): {
  name: string;
  surname: string;
} {
  return { name, surname: surname || name };
}

/** Enough of a mobile to recognise it, too little to call it: "+27 •• ••• 4567". */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)} •• ••• ${mobile.slice(-4)}`;
}

/** How long an unfinished registration may be taken up again. */
export const REGISTRATION_LIFETIME_MS = 60 * 60_000;

/** How long we remember that AURA may have an account whose number it never told us. */
export const LOST_ANSWER_KEPT_MS = 30 * 86_400_000;
