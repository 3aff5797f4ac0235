import 'server-only';
import { tellPerson } from '#lib/customers/registration/tell-person.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { confirmed } from './confirmed.ts';
import { mayNeedHelp } from './erasure-store.ts';
import { grantExport } from './export-grant.ts';
import { confirmationInput } from './schema.ts';

/** Lets a person download their data, once they have typed the code; their mobile hears of it. */
export const allowExport = verb('data.export', confirmationInput, async (actor, typed) => {
  const person = await confirmed(actor, typed, 'export');
  if (!person.ok) return person;
  if (await mayNeedHelp(actor.personId)) return refuse('data.alarm_open');
  await audit(actor, { action: 'data.export', subject: actor.personId });
  tellPerson(person.value, 'export');
  return ok({ grant: grantExport(actor.personId) });
});
