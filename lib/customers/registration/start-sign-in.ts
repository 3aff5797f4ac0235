import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { maskMobile } from './model.ts';
import { startSignInInput } from './schema.ts';
import { issueStrangerCode } from './stranger-code.ts';

/** Sends a code to any mobile, known or not, so that the response does not reveal who is registered. */
export const startSignIn = verb(
  'person.sign_in',
  startSignInInput,
  async (actor, { mobile, language = null }) => {
    const issued = await issueStrangerCode(mobile, actor.address, language);
    if (!issued.ok) return issued;
    return ok({ codeId: issued.value.codeId, sentTo: maskMobile(mobile) });
  },
);
