import 'server-only';
import { listOpenOf } from '#lib/callouts/records.ts';
import { findPerson } from '#lib/customers/person-store.ts';
import { isOfCountry, maskMobile } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { env } from '#lib/platform/env.ts';
import { sealProof } from './mobile-proof.ts';
import { startMobileChangeInput } from './schema.ts';

/** Sends a code to the number that the person has. Whether somebody else has the new one is not told before it is theirs. */
export const startMobileChange = verb(
  'profile.change_mobile',
  startMobileChangeInput,
  async (actor, { mobile }) => {
    const person = await findPerson(actor.personId);
    if (!person || person.deletedAt) return refuse('session.required');
    if (mobile === person.mobile)
      return refuse('input.invalid', { mobile: 'This is your mobile number already' });
    if (!isOfCountry(mobile, env.SMS_COUNTRIES))
      return refuse('input.invalid', { mobile: 'We do not send codes to numbers of this country' });
    // The safe code of an alarm is the end of the number that AURA has.
    if ((await listOpenOf(person.id)).length > 0) return refuse('mobile.alarm_open');
    const issued = await issueCode(person.mobile, actor.address, 'mobile_old', person.language);
    if (!issued.ok) return issued;
    const proof = { personId: person.id, oldMobile: person.mobile, mobile, isOldConfirmed: false };
    return ok({ ...issued.value, sentTo: maskMobile(person.mobile), proof: sealProof(proof) });
  },
);
