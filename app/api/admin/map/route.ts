import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

/** The open callouts and where they are, to operators. */
export const GET = route(operator, listOnMap);
