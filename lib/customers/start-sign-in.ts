import 'server-only';
import { maskMobile } from '#lib/customers/model.ts';
import { startSignInInput } from '#lib/customers/schema.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok } from '#lib/platform/result.ts';

/** Sends a code to any mobile, known or not, so that asking tells a stranger nothing about who is registered. */
export const startSignIn = verb('person.sign_in', startSignInInput, async (actor, { mobile }) => {
  const issued = await issueCode(mobile, actor.address);
  if (!issued.ok) return issued;
  return ok({ codeId: issued.value.codeId, sentTo: maskMobile(mobile) });
});
