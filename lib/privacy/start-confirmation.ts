import 'server-only';
import { findPerson } from '#lib/customers/records.ts';
import { maskMobile } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { startConfirmationInput } from './schema.ts';

/** Sends a code to the person's own mobile: who only holds their unlocked browser can neither take nor delete all. */
export const startConfirmation = verb('data.confirm', startConfirmationInput, async (actor, { wish }) => {
  const person = await findPerson(actor.personId);
  if (!person || person.deletedAt) return refuse('session.required');
  const issued = await issueCode(person.mobile, actor.address, wish, person.language);
  if (!issued.ok) return issued;
  return ok({ codeId: issued.value.codeId, sentTo: maskMobile(person.mobile) });
});
