import 'server-only';
import { findPerson } from '#lib/customers/person-store.ts';
import { maskMobile } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { readProof } from './mobile-proof.ts';
import { mobileProofInput } from './schema.ts';

/** Sends a code to the new number, once the old one is confirmed. */
export const sendNewMobileCode = verb(
  'profile.change_mobile',
  mobileProofInput,
  async (actor, { proof: sealed }) => {
    const proof = readProof(sealed, actor.personId);
    if (!proof?.isOldConfirmed) return refuse('code.expired');
    const person = await findPerson(actor.personId);
    const language = person?.language ?? null;
    const issued = await issueCode(proof.mobile, actor.address, 'mobile_new', language);
    return issued.ok ? ok({ ...issued.value, sentTo: maskMobile(proof.mobile) }) : issued;
  },
);
