import 'server-only';
import { refuse } from '#lib/errors/result.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { env } from '#lib/platform/env.ts';
import { isOfCountry } from './model.ts';

/**
 * Sends a code to a number that somebody typed, who may be anybody. Only countries of SMS_COUNTRIES get one, registered or
 * not, so that the answer does not reveal who is: texts to some countries are sold to whoever makes others send them.
 */
export async function issueStrangerCode(mobile: string, address: string, language: string | null) {
  if (!isOfCountry(mobile, env.SMS_COUNTRIES)) {
    return refuse('input.invalid', { mobile: 'We do not send codes to numbers of this country' });
  }
  return issueCode(mobile, address, 'sign_in', language);
}
