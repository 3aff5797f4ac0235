import { listUndelivered } from '#lib/console/attention/list-undelivered.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, listUndelivered);
