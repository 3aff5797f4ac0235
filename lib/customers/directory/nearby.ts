import 'server-only';
import type { PersonRow } from '#lib/customers/person-store.ts';
import type { KeptPlace } from '#lib/geo/kept-place.ts';
import { UNOPENED, type Unopened } from '#lib/platform/unopened.ts';
import { listCalloutsAround, listPressesAround } from './history-store.ts';
import { isNear, metresBetween, type Place } from './place-model.ts';
import type { CustomerRecord, NearbyLine } from './schema.ts';

const SHOWN = 50;
/** Of the cells, which reach further than what is near. */
const READ = 4 * SHOWN;

/** What happened to others near a person's saved address, newest first, for verbs that have checked the permission. */
export async function nearbyOf({
  id,
  savedPlace: home,
}: Pick<PersonRow, 'id' | 'savedPlace'>): Promise<CustomerRecord['nearby']> {
  if (home === null || home === UNOPENED) return null;
  const [callouts, presses] = await Promise.all([
    listCalloutsAround(home, id, READ),
    listPressesAround(home, id, READ),
  ]);
  const lines = [
    ...callouts.flatMap(({ calloutId, stage, ...line }) => near(line, home, { calloutId, stage })),
    ...presses.flatMap(({ pressId, state, ...line }) => near(line, home, { pressId, state })),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const isCut = callouts.length === READ || presses.length === READ;
  return { lines: lines.slice(0, SHOWN), hasOlder: isCut || lines.length > SHOWN };
}

type Line = Pick<NearbyLine, 'kind' | 'person'> & {
  at: Date;
  place: KeptPlace | Unopened | null;
};

function near({ place, at, kind, person }: Line, home: Place, what: NearbyLine['what']) {
  if (place === null || place === UNOPENED) return [];
  if (!isNear(home, place)) return [];
  return [{ kind, person, what, at: at.toISOString(), metres: Math.round(metresBetween(home, place)) }];
}
