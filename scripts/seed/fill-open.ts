import { emptyBatch } from './batch.ts';
import { drawOpenSteps } from './course.ts';
import { chance, DAY_MS, duration, HOUR_MS, MINUTE_MS } from './draw.ts';
import type { Filling } from './filling.ts';
import { insertBatch, insertRows } from './insert.ts';
import { addOpen, type Opening, openAtSandbox } from './openings.ts';
import { drawPerson, personRow, userRow } from './people.ts';
import * as shapes from './shapes.ts';
import { drawTrail, insertTrails } from './trails.ts';

/** Open callouts, at the sandbox and here, each of a different person. */
export async function fillOpen(filling: Filling): Promise<void> {
  const { database, aura, plan, random, operatorIds, sealTracking, nextShare, personNumber, say } = filling;
  if (plan.open === 0) return;
  if (!aura) throw new Error('open callouts need a sandbox to be made at');
  const until = plan.until.getTime();
  const opened = await openAtSandbox(aura, drawOpenings(filling));
  const people = opened.map(({ person }) => person);
  await insertRows(database, shapes.users, people.map(userRow));
  const rows = opened.map(({ person, customerId }, index) => ({
    ...personRow(random, person, personNumber(plan.persons + index), until),
    aura_customer_id: customerId,
    deleted_at: null,
    subscription_valid_to: new Date(until + 200 * DAY_MS),
    subscription_cancelled_at: null,
  }));
  await insertRows(database, shapes.persons, rows);
  const batch = emptyBatch();
  const trails = opened.map((one) => {
    const sealedUrl = one.trackingUrl && sealTracking(one.trackingUrl);
    addOpen(batch, one, { random, until, operatorIds, sealedUrl });
    const { calloutId, raisedAt, person } = one;
    const { latitude, longitude } = person;
    return drawTrail(random, {
      calloutId,
      fixes: nextShare(),
      from: raisedAt,
      to: until,
      latitude,
      longitude,
    });
  });
  await insertBatch(database, batch);
  await insertTrails(database, trails);
  say(`${opened.length} open callouts, at the sandbox and here`);
}

function drawOpenings({ random, plan, personNumber }: Filling): Opening[] {
  const until = plan.until.getTime();
  return Array.from({ length: plan.open }, (_, index) => {
    const raisedAt = until - Math.min(3 * HOUR_MS, 4_000 + duration(random, 14 * MINUTE_MS, 0.9));
    const createdAt = raisedAt - duration(random, 200 * DAY_MS, 0.5);
    return {
      person: drawPerson(random, personNumber(plan.persons + index), createdAt),
      raisedAt,
      kind: chance(random, 0.05) ? 'test' : 'real',
      responseTypeId: chance(random, 0.8) ? 1 : 2,
      steps: drawOpenSteps(random, raisedAt, until),
    };
  });
}
