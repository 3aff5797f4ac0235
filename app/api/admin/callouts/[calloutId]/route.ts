import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, readStatus);
