import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** All that operators may know of a callout. */
export const GET = route(operator, readStatus);
