import 'server-only';
import { findPersonByMobile, updatePerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { checkCode, spendCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { verb } from '#lib/identity/verb.ts';
import { confirmSurname, noteLateSignIn } from './late-sign-in.ts';
import { completeSignInInput } from './schema.ts';
import { tellPerson } from './tell-person.ts';

/**
 * Signs in the owner of a mobile. Registration status is revealed only after the code is verified. After a long time without
 * a sign-in the surname is asked for as well; the code stays good for the request that brings it.
 */
export const completeSignIn = verb(
  'person.sign_in',
  completeSignInInput,
  async (actor, { codeId, code, surname, language, ...browser }) => {
    const checked = await checkCode(codeId, code);
    if (!checked.ok) return checked;
    const { mobile } = checked.value;
    const person = await findPersonByMobile(mobile);
    const confirmed = person && (await confirmSurname(actor, person, surname));
    if (confirmed && !confirmed.ok) return confirmed;
    await spendCode(codeId, mobile);
    if (!person) return refuse('sign_in.no_account');
    const { cookies, isNewDevice } = await startPersonSession(person.id, { ...browser, codeId });
    // The first that is known stays, until the person chooses another.
    if (person.language === null && language) await updatePerson(person.id, { language });
    if (confirmed?.value.isLate) await noteLateSignIn(actor, person);
    else if (isNewDevice) tellPerson(person, 'device');
    return ok({ cookies });
  },
);
