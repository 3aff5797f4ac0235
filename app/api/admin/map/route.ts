import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, listOnMap);
