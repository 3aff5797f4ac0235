import 'server-only';
import { listOpenOf } from '#lib/callouts/records.ts';
import { findPerson, findPersonByMobile, moveMobile } from '#lib/customers/person-store.ts';
import { tellPerson } from '#lib/customers/registration/tell-person.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { writeMobile } from './aura.ts';
import { readProof } from './mobile-proof.ts';
import { mobileCodeInput } from './schema.ts';

/**
 * Changes the mobile, at AURA first: with AURA's old one, responders would call a number that the person has not. Sessions,
 * devices and buttons stay. The old number hears of it.
 */
export const completeMobileChange = verb(
  'profile.change_mobile',
  mobileCodeInput,
  async (actor, { proof: sealed, codeId, code }) => {
    const proof = readProof(sealed, actor.personId);
    if (!proof?.isOldConfirmed) return refuse('code.expired');
    const person = await findPerson(actor.personId);
    if (!person || person.deletedAt) return refuse('session.required');
    // Changed meanwhile in another browser: what was confirmed is not theirs any more.
    if (person.mobile !== proof.oldMobile) return refuse('code.expired');
    if ((await listOpenOf(person.id)).length > 0) return refuse('mobile.alarm_open');
    const redeemed = await redeemCode(codeId, code, 'mobile_new');
    if (!redeemed.ok) return redeemed;
    const { mobile } = redeemed.value;
    if (mobile !== proof.mobile) return refuse('code.wrong');
    if (await findPersonByMobile(mobile)) return refuse('mobile.taken');
    const written = await writeMobile(person.auraCustomerId, mobile);
    if (!written.ok) return written;
    await moveMobile(actor, mobile);
    tellPerson(person, 'mobile');
    return ok(null);
  },
);
