'use server';

import { action } from '#lib/identity/action.ts';
import { presser } from '#lib/identity/caller.ts';
import { pressTokenIn } from '#lib/panic/schema.ts';
import { raiseAndTrack } from './raise-and-track.ts';

/** The page's own door for a press. */
export const raisePressAction = action(presser, ({ ask }, press: unknown) => ask(raiseAndTrack, press), {
  token: pressTokenIn,
  fromAnywhere: true,
});
