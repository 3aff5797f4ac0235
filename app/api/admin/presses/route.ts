import { listUndelivered } from '#lib/console/attention/list-undelivered.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** The presses that AURA does not have, to operators. */
export const GET = route(operator, listUndelivered);
