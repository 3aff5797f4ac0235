import { readCancellations } from '#lib/following/cancellations/read-cancellations.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** Who asked to cancel a callout, to operators. */
export const GET = route(operator, readCancellations);
