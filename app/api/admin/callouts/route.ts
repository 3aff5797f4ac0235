import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** A page of the callouts that fit, to operators: by the fields of the board's own form. */
export const GET = route(operator, listCallouts, { input: ({ query }) => query });
