'use server';

import { action } from '#lib/identity/action.ts';
import { operator, presser } from '#lib/identity/caller.ts';
import { giveOutcome } from '#lib/panic/give-outcome.ts';
import { pressTokenIn, withSilence } from '#lib/panic/schema.ts';
import { raiseAndTrack } from './raise-and-track.ts';

/** The page's server action for a press. */
export const raisePressAction = action(
  presser,
  ({ run, headers }, press: unknown) => run(raiseAndTrack, withSilence(press, headers)),
  { token: pressTokenIn, fromAnywhere: true },
);

/** An operator records the outcome of presses that ended without AURA. */
export const giveOutcomeAction = action(operator, ({ run }, given: unknown) => run(giveOutcome, given));
