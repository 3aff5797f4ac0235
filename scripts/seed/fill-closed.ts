import type { Random } from '../chaos/random.ts';
import { emptyBatch } from './batch.ts';
import { deliveriesOf } from './deliveries.ts';
import { HOUR_MS, momentBefore } from './draw.ts';
import type { Filling } from './filling.ts';
import { addHistory } from './history.ts';
import { insertBatch, insertRows } from './insert.ts';
import type { SeedPerson } from './people.ts';
import { FIRST_ID, YEARS_MS } from './plan.ts';
import * as shapes from './shapes.ts';
import { drawTrail, insertTrails, type Trail } from './trails.ts';

/** Callouts held in memory at once. */
const CHUNK = 2_500;
/** Old enough to be closed. */
const OVER_MS = 4 * HOUR_MS;
const SAY_EVERY = 10_000;

/** Closed callouts in order of raising, as their ids are. */
export async function fillClosed(filling: Filling, people: readonly SeedPerson[]): Promise<void> {
  const { plan, random, say } = filling;
  const last = plan.until.getTime() - OVER_MS;
  const instants = Array.from({ length: plan.callouts - plan.open }, () =>
    momentBefore(random, last, YEARS_MS),
  ).sort((one, other) => one - other);
  const pick = presserPicker(random, people);
  for (let from = 0; from < instants.length; from += CHUNK) {
    const chunk = instants.slice(from, from + CHUNK);
    await fillChunk(filling, chunk, filling.firstCallout + from, pick);
    const done = from + chunk.length;
    if (done % SAY_EVERY === 0 || done === instants.length) say(`${done} closed callouts`);
  }
}

async function fillChunk(
  { database, random, plan, operatorIds, nextShare, personNumber, sealBody }: Filling,
  instants: readonly number[],
  firstId: number,
  pick: Picker,
): Promise<void> {
  const batch = emptyBatch();
  const trails: Trail[] = [];
  const deliveries: ReturnType<typeof deliveriesOf> = [];
  instants.forEach((raisedAt, index) => {
    const { person, number, isBusyUntil } = pick(raisedAt);
    const calloutId = firstId + index;
    const given = { random, calloutId, person, raisedAt, until: plan.until.getTime(), operatorIds };
    const course = addHistory(batch, given);
    const to = course.reached.at(-1)?.at ?? raisedAt;
    isBusyUntil(to);
    const { latitude, longitude } = person;
    trails.push(
      drawTrail(random, { calloutId, fixes: nextShare(), from: raisedAt, to, latitude, longitude }),
    );
    deliveries.push(...deliveriesOf(given, course, FIRST_ID.customer + personNumber(number), sealBody));
  });
  await insertBatch(database, batch);
  await insertTrails(database, trails);
  await insertRows(database, shapes.webhookEvents, deliveries);
}

type Picker = (at: number) => {
  person: SeedPerson;
  /** Sequence number. */
  number: number;
  isBusyUntil: (at: number) => void;
};

const TRIES = 20;

/** Somebody registered by then without an open callout; few people press far more often. */
function presserPicker(random: Random, people: readonly SeedPerson[]): Picker {
  const busyUntil = new Float64Array(people.length);
  let registered = 0;
  return (at) => {
    while ((people[registered]?.createdAt ?? Number.POSITIVE_INFINITY) <= at) registered += 1;
    let number = 0;
    for (let tries = 0; tries < TRIES; tries += 1) {
      number = Math.floor(random.next() ** 1.6 * Math.max(1, registered));
      if ((busyUntil[number] ?? 0) < at) break;
    }
    const person = people[number];
    if (!person) throw new Error('there are no people');
    const isBusyUntil = (until: number) => {
      busyUntil[number] = until;
    };
    return { person, number, isBusyUntil };
  };
}
