import 'server-only';
import { findPerson } from '#lib/customers/records.ts';
import { maskMobile } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { mayNeedHelp } from './erasure-store.ts';
import { isGranted } from './export-grant.ts';
import { jsonPieces } from './export-model.ts';
import { pagesOf } from './export-store.ts';
import { exportInput } from './schema.ts';

const NOTES = [
  'This is what Vigil keeps about you.',
  'For your safety some of it is not here: your mobile number, and what AURA and Vigil’s operators wrote about an alarm. Ask the people who gave you Vigil for that.',
  'What you wrote under “For helpers” is at AURA, not at Vigil. You see it on your profile.',
];

/**
 * All that a person may read of what is kept of them, streamed. While an alarm is open there is none: after *I am safe*
 * it would tell what the page keeps quiet about (decision 0009).
 */
export const exportOwnData = verb('data.export', exportInput, async (actor, { grant }) => {
  if (!isGranted(grant, actor.personId)) return refuse('data.link_expired');
  const person = await findPerson(actor.personId);
  if (!person || person.deletedAt) return refuse('session.required');
  if (await mayNeedHelp(person.id)) return refuse('data.alarm_open');
  const { mobile, auraCustomerId: customerId } = person;
  const head = { madeAt: now().toISOString(), notes: NOTES, mobile: maskMobile(mobile) };
  return ok({ pieces: jsonPieces(head, pagesOf({ personId: person.id, mobile, customerId }, 'own')) });
});
