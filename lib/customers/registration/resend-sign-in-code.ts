import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { mobileOfCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { maskMobile } from './model.ts';
import { resendSignInCodeInput } from './schema.ts';
import { issueStrangerCode } from './stranger-code.ts';

/** Sends another code to where an earlier one went, so that no page has to carry the number. */
export const resendSignInCode = verb(
  'person.sign_in',
  resendSignInCodeInput,
  async (actor, { codeId, language = null }) => {
    const mobile = await mobileOfCode(codeId);
    if (mobile === null) return refuse('code.expired');
    const issued = await issueStrangerCode(mobile, actor.address, language);
    if (!issued.ok) return issued;
    return ok({ codeId: issued.value.codeId, sentTo: maskMobile(mobile) });
  },
);
