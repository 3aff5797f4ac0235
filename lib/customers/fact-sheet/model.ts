import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { typedNumber } from '#lib/platform/typed-text.ts';

/** Numbers without a country code are read as South African. */
const HOME_COUNTRY = 'ZA';

/** Any valid number, fixed lines included, as E.164. */
export function parsePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(typedNumber(text), HOME_COUNTRY);
  return number?.isValid() ? number.number : null;
}

/** After a year the person is asked whether it is still right. */
const OLD_AFTER_YEARS = 1;

/** Whether a sheet was last confirmed too long ago. One that was never confirmed here and says something may be of any age. */
export function isOld(confirmedAt: Date | null, facts: Readonly<Record<string, string>>, at: Date): boolean {
  if (!Object.values(facts).some((text) => text !== '')) return false;
  if (confirmedAt === null) return true;
  const due = new Date(confirmedAt);
  due.setUTCFullYear(due.getUTCFullYear() + OLD_AFTER_YEARS);
  return due < at;
}
