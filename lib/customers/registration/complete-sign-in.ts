import 'server-only';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { completeSignInInput } from './schema.ts';

/** Signs in the owner of a mobile. Registration status is revealed only after the code is verified. */
export const completeSignIn = verb(
  'person.sign_in',
  completeSignInInput,
  async (_actor, { codeId, code }) => {
    const redeemed = await redeemCode(codeId, code);
    if (!redeemed.ok) return redeemed;
    const person = await findPersonByMobile(redeemed.value.mobile);
    return person ? ok({ cookies: await startPersonSession(person.id) }) : refuse('sign_in.no_account');
  },
);
