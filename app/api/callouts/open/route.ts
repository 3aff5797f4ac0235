import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(presser, listOwnOpen);
