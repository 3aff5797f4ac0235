import { readCancellations } from '#lib/following/cancellations/read-cancellations.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, readCancellations);
