import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { storeOutcome } from './outcome-store.ts';
import { giveOutcomeInput } from './schema.ts';

/**
 * An operator records the outcome of a person's real presses that ended without AURA, all of one row. Only this takes
 * them off the board. The first outcome of each counts; repeating it changes nothing.
 */
export const giveOutcome = verb(
  'press.give_outcome',
  giveOutcomeInput,
  async (actor, { pressIds, outcome }) =>
    (await storeOutcome(actor, pressIds, outcome, now())) ? ok(null) : refuse('press.outcome_not_due'),
);
