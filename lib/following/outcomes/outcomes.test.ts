import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { passTime } from '#lib/testing/pass-time.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { deliverDueRatings } from './deliver-rating.ts';
import { rateCallout } from './rate-callout.ts';
import { readOutcome } from './read-outcome.ts';
import { refreshOutcome } from './refresh-outcome.ts';

const world = await testWorld();

const operator = operatorActor('viewer', 'operator-1', 'Olga');
let mine: TestCallout;

beforeEach(async () => {
  mine = await raiseTestCallout();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await world.flip({ ratingAnswer: 'object' });
});

const me = () => personActor(mine.personId, '192.0.2.1');

async function close() {
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
    await world.step(mine.calloutId, step);
  await refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
}

async function outcome(by: ReturnType<typeof me> | typeof operator = me()) {
  const read = await readOutcome(by, { calloutId: mine.calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const rate = (rating: unknown, more = {}) =>
  rateCallout(me(), { calloutId: mine.calloutId, rating, ...more });
const ratingBecomes = (state: string) =>
  eventually(async () => expect(await outcome()).toMatchObject({ rating: { state } }));

describe('report and map', () => {
  test('are not read while the rate limit is used up, and the page does without', async () => {
    await close();
    await pool().query("update following set reads_left = 0, reads_counted_at = now() + interval '1 hour'");
    const calls = async () =>
      (await world.callsOf('readMap')) + (await world.callsOf('readResolutionReport'));
    const before = await calls();
    expect(await refreshOutcome(systemActor('test'), { calloutId: mine.calloutId })).toEqual({
      ok: false,
      code: 'aura.reads_spent',
    });
    expect(await calls()).toBe(before);
    expect(await outcome()).toMatchObject({ report: null, mapUrl: null });
    await pool().query('truncate following');
  });

  test('come after the close, are read once for all viewers, and stay', async () => {
    expect(await readOutcome(me(), { calloutId: mine.calloutId })).toEqual({
      ok: false,
      code: 'callout.not_closed',
    });
    await close();
    const before = await world.callsOf('readMap');
    await Promise.all(Array.from({ length: 10 }, () => outcome()));
    await eventually(async () => expect((await outcome()).report).not.toBeNull());
    expect(await outcome()).toMatchObject({ mapUrl: expect.stringContaining('/hosted/map') });
    expect(await world.callsOf('readMap')).toBe(before + 1);
    const { rows } = await pool().query('select * from callout_outcome where callout_id = $1', [
      mine.calloutId,
    ]);
    expect(JSON.stringify(rows)).not.toContain('hosted/map');
  });

  test('what AURA does not have yet is asked for again, later', async () => {
    await close();
    await world.breakAura('readResolutionReport', 'status', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    await world.breakAura('readMap', 'status');
    await outcome();
    await eventually(async () => expect(await world.callsOf('readMap')).toBeGreaterThan(0));
    await world.restoreAura();
    // However long the above took, it is not due again.
    await pool().query('update callout_outcome set asked_at = now()');
    expect(await outcome()).toMatchObject({ report: null, mapUrl: null });
    await vi.waitFor(
      async () => {
        await pool().query("update callout_outcome set asked_at = asked_at - interval '1 hour'");
        expect(await outcome()).toMatchObject({ report: expect.anything(), mapUrl: expect.any(String) });
      },
      { timeout: patience(20_000), interval: 200 },
    );
  });

  test('are kept from the page of somebody who said that they are safe, and shown to operators', async () => {
    await cancelCallout(me(), { calloutId: mine.calloutId, safeCode: '0' });
    await close();
    await outcome();
    await eventually(async () => expect((await outcome(operator)).report).not.toBeNull());
    expect(await outcome()).toMatchObject({ report: null, mapUrl: null });
  });
});

describe('a rating', () => {
  test.each(['object', 'number'])('goes to AURA once (%s answer), and stands', async (ratingAnswer) => {
    await world.flip({ ratingAnswer });
    await close();
    const before = await world.callsOf('rateCallout');
    expect(await rate('5', { words: ' Quick and calm\u0000 ', mayContact: true })).toEqual({
      ok: true,
      value: null,
    });
    await ratingBecomes('sent');
    expect(await rate('1')).toEqual({ ok: false, code: 'rating.given' });
    expect(await outcome(operator)).toMatchObject({ rating: { rating: 5, words: 'Quick and calm' } });
    expect(await world.callsOf('rateCallout')).toBe(before + 1);
  });

  test('with an unknown outcome is not sent twice, and is shown as unsure', async () => {
    await close();
    await world.breakAura('rateCallout', 'reset_after', [1]);
    const before = await world.callsOf('rateCallout');
    await rate('4');
    await ratingBecomes('unsure');
    await passTime(pool(), 'callout_rating', 3_600_000);
    await deliverDueRatings(systemActor('test'), {});
    expect(await world.callsOf('rateCallout')).toBe(before + 1);
  });

  test.each(['0', '6', '2.5', '', 'five', null, undefined])('%j is none', async (rating) => {
    expect(await rate(rating)).toMatchObject({
      code: 'input.invalid',
      fields: { rating: expect.any(String) },
    });
  });

  test('is for the owner of a closed callout alone', async () => {
    expect(await rate('5')).toEqual({ ok: false, code: 'callout.not_closed' });
    await close();
    const theirs = await raiseTestCallout();
    const stranger = personActor(theirs.personId, '192.0.2.2');
    expect(await rateCallout(stranger, { calloutId: mine.calloutId, rating: '5' })).toEqual({
      ok: false,
      code: 'callout.not_found',
    });
  });
});

test('a press after the close opens another callout', async () => {
  await close();
  const raised = await raisePress(me(), newTestPress());
  expect(raised).toMatchObject({ ok: true, value: { receipt: { state: 'delivered' } } });
  if (raised.ok) expect(raised.value.receipt.calloutId).not.toBe(mine.calloutId);
});
