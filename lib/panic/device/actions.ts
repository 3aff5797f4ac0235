'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { giveOutcome } from '#lib/panic/give-outcome.ts';

/** An operator says what came of presses that ended without AURA. */
export const giveOutcomeAction = action(operator, ({ ask }, given: unknown) => ask(giveOutcome, given));
