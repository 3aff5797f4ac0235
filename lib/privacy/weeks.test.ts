import { expect, test } from 'vitest';
import { pool, transaction } from '#lib/db/database.ts';
import { recordFix } from '#lib/following/positions/record-fix.ts';
import { deleteFixesOf, erasePositions, removeFixesBefore } from '#lib/following/positions/records.ts';
import { listTrail } from '#lib/following/positions/store.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { forgetWebhookEvents } from '#lib/webhooks/forget-webhook-events.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { deleteEventsAbout, deleteEventsOf } from '#lib/webhooks/records.ts';

// What lies in several partitions is one trail and one inbox: repeats are known, and an erasure finds all.

await testWorld();

const MANY = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** As if it had come in in a week for which there is a partition of its own. */
const inALaterWeek = (table: string, which: string, value: unknown) =>
  pool().query(`update ${table} set received_at = received_at + interval '10 days' where ${which} = $1`, [
    value,
  ]);

const placesOf = async (table: string, which: string, value: unknown): Promise<number> => {
  const { rows } = await pool().query(
    `select count(distinct tableoid)::int as places from ${table} where ${which} = $1`,
    [value],
  );
  return rows[0].places;
};

/** A callout with a position in each of two weeks; the older of both is in the later week. */
async function withTrail() {
  const { calloutId, personId } = await raiseTestCallout();
  const send = async (fixedAt: string) => {
    const fix = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt };
    const done = await recordFix(personActor(personId, '192.0.2.1'), { calloutId, fixes: [fix] });
    return done.ok ? done.value.kept : done.code;
  };
  const [first, second] = [3_000, 1_000].map((ago) => new Date(Date.now() - ago).toISOString());
  expect(await send(first ?? '')).toBe(1);
  await inALaterWeek('callout_fix', 'callout_id', calloutId);
  expect(await send(second ?? '')).toBe(1);
  expect(await placesOf('callout_fix', 'callout_id', calloutId)).toBe(2);
  return { calloutId, send, times: [first ?? '', second ?? ''] };
}

test('a position that is sent again in another week is kept once, and the trail is in order', async () => {
  const { calloutId, send, times } = await withTrail();
  for (const fixedAt of times) expect(await send(fixedAt)).toBe(0);
  const trail = await listTrail(calloutId, 10);
  expect(trail.map(({ measuredAt }) => measuredAt)).toEqual(times.toReversed());
});

test('one position in a report twice is kept once', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const fix = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: new Date().toISOString() };
  const done = await recordFix(personActor(personId, '192.0.2.1'), { calloutId, fixes: [fix, fix] });
  expect(done).toMatchObject({ value: { kept: 1 } });
});

test('positions of all weeks go with their callout', async () => {
  const one = await withTrail();
  const other = await withTrail();
  expect(await deleteFixesOf([one.calloutId], MANY)).toBe(2);
  await transaction((tx) => erasePositions(tx, [other.calloutId]));
  for (const { calloutId } of [one, other])
    expect(await placesOf('callout_fix', 'callout_id', calloutId)).toBe(0);
});

test('a delivery that repeats one of another week is marked as its repeat, and both are erased', async () => {
  const { calloutId } = await raiseTestCallout();
  const customerId = 987_654;
  const body = JSON.stringify({ message: 'CALLOUT_OWNED', callout: { id: calloutId, customerId } });
  const receive = () => receiveWebhookEvent(systemActor('webhook.receive'), { body });
  const process = () => processWebhookEvents(systemActor('webhook.process'), {});
  await receive();
  await process();
  await inALaterWeek('webhook_event', 'about_id', calloutId);
  await receive();
  await process();
  expect(await placesOf('webhook_event', 'about_id', calloutId)).toBe(2);
  const { rows } = await pool().query(
    'select id, repeat_of, state from webhook_event where about_id = $1 order by id',
    [calloutId],
  );
  expect(rows.map(({ repeat_of }) => repeat_of)).toEqual([null, rows[0].id]);
  expect(rows.map(({ state }) => state)).toEqual(['processed', 'processed']);
  expect(await deleteEventsOf(customerId, MANY)).toBe(2);
  await receive();
  await inALaterWeek('webhook_event', 'about_id', calloutId);
  await receive();
  await transaction((tx) => deleteEventsAbout(tx, [calloutId]));
  expect(await placesOf('webhook_event', 'about_id', calloutId)).toBe(0);
});

test('of a week that has begun to be too old, what is too old goes and the rest stays', async () => {
  const { calloutId } = await raiseTestCallout();
  const body = JSON.stringify({ message: 'CALLOUT_OWNED', callout: { id: calloutId, customerId: 987_655 } });
  const { rows: before } = await pool().query('select coalesce(max(id), 0) as id from webhook_event');
  for (const daysAgo of [31, 29]) {
    await receiveWebhookEvent(systemActor('webhook.receive'), { body });
    await pool().query(
      `update webhook_event set received_at = now() - make_interval(days => $1)
       where id = (select max(id) from webhook_event)`,
      [daysAgo],
    );
  }
  const forgotten = await forgetWebhookEvents(systemActor('webhook.forget'), { atMost: MANY });
  expect(forgotten).toMatchObject({ ok: true, value: { removed: 1 } });
  const { rows } = await pool().query(
    `select received_at > now() - interval '30 days' as is_young from webhook_event where id > $1`,
    [before[0].id],
  );
  expect(rows).toEqual([{ is_young: true }]);
});

test('positions of a week that is not over are removed one by one', async () => {
  const { calloutId } = await withTrail();
  await pool().query(
    `update callout_fix set received_at = now() + interval '10 days' - case when id = (
       select max(id) from callout_fix where callout_id = $1) then interval '0' else interval '2 hours' end
     where callout_id = $1`,
    [calloutId],
  );
  await removeFixesBefore(new Date(Date.now() + 10 * DAY_MS - HOUR_MS), MANY);
  const { rows } = await pool().query('select count(*)::int as left from callout_fix where callout_id = $1', [
    calloutId,
  ]);
  expect(rows).toEqual([{ left: 1 }]);
});
