import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** The open callouts of the person whom the request proves. */
export const GET = route(presser, listOwnOpen);
