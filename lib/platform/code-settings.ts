import { z } from 'zod';
import { commaList, upTo } from './env-fields.ts';

// What bounds codes by text message, which strangers can ask for.

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `UK` is what many write for `GB`. */
const country = z.string().transform((text, context) => {
  const code = /^[a-z]{2}$/i.test(text) ? new Intl.Locale(`und-${text}`).region : undefined;
  if (code && names.of(code)) return code;
  context.addIssue({ code: 'custom', message: 'must be country codes such as ZA, comma-separated' });
  return z.NEVER;
});

export const codeSettings = {
  SMS_COUNTRIES: commaList(country)
    .default(['ZA'])
    .describe(
      'Countries whose mobiles get codes to register and to sign in, by ISO code, comma-separated. List those of all your customers',
    ),
  SMS_CODES_PER_HOUR: upTo(1_000_000)
    .default(1_000)
    .describe('Codes by text message that are sent in one hour at most; beyond, the board says so'),
};
