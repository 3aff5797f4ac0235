import 'server-only';
import { refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { confirmed } from './confirmed.ts';
import { erase } from './erase.ts';
import { mayNeedHelp } from './erasure-store.ts';
import { confirmationInput } from './schema.ts';

/** Deletes the person's account and all that is kept of them, once they have typed the code. */
export const eraseOwnData = verb('data.erase', confirmationInput, async (actor, typed) => {
  // Asked before the code is used up, so that it still counts when the alarm has ended.
  if (await mayNeedHelp(actor.personId)) return refuse('data.alarm_open');
  const person = await confirmed(actor, typed, 'erase');
  return person.ok ? erase(actor, person.value) : person;
});
