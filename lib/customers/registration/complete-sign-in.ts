import 'server-only';
import { findPersonByMobile, updatePerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { verb } from '#lib/identity/verb.ts';
import { completeSignInInput } from './schema.ts';
import { tellPerson } from './tell-person.ts';

/** Signs in the owner of a mobile. Registration status is revealed only after the code is verified. */
export const completeSignIn = verb(
  'person.sign_in',
  completeSignInInput,
  async (_actor, { codeId, code, language, ...browser }) => {
    const redeemed = await redeemCode(codeId, code);
    if (!redeemed.ok) return redeemed;
    const person = await findPersonByMobile(redeemed.value.mobile);
    if (!person) return refuse('sign_in.no_account');
    const { cookies, isNewDevice } = await startPersonSession(person.id, { ...browser, codeId });
    // The first that is known stays, until the person chooses another.
    if (person.language === null && language) await updatePerson(person.id, { language });
    if (isNewDevice) tellPerson(person, 'device');
    return ok({ cookies });
  },
);
