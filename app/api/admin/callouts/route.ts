import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { reader } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** One page of callouts, by the board's filter fields. */
export const GET = route(reader, listCallouts, { input: ({ query }) => query });
