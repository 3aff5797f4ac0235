import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { anonymousActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { createShareLink } from './create-share-link.ts';
import { MAX_VIEWS_PER_MINUTE } from './model.ts';
import { readShareLinks } from './read-share-links.ts';
import { readSharedCallout } from './read-shared-callout.ts';
import { revokeShareLinks } from './revoke-share-links.ts';

const world = await testWorld();

const friend = anonymousActor('192.0.2.9');
const ENDED = { ok: false, code: 'share_link.ended' };
let mine: TestCallout;

beforeEach(async () => {
  mine = await raiseTestCallout();
});
afterEach(() => {
  vi.useRealTimers();
});

const me = () => personActor(mine.personId, '192.0.2.1');
const refresh = () => refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
const follow = (token: string) => readSharedCallout(friend, { token });

async function share(): Promise<string> {
  const made = await createShareLink(me(), { calloutId: mine.calloutId });
  if (!made.ok) throw new Error(made.code);
  return made.value.url.split('/').at(-1) ?? '';
}

test('a link shows stage and position with their ages, and nothing of the person or AURA', async () => {
  const token = await share();
  await world.step(mine.calloutId, 'own');
  await refresh();
  const shared = await follow(token);
  expect(shared).toMatchObject({
    ok: true,
    value: {
      stage: 'owned',
      asOf: expect.any(String),
      position: { latitude: -26.1, longitude: 28.05, accuracy: 12, measuredAt: expect.any(String) },
    },
  });
  for (const secret of ['Thandi', 'Nkosi', mine.mobile, `${mine.calloutId}`, 'sessionToken', mine.personId]) {
    expect(JSON.stringify(shared)).not.toContain(secret);
  }
});

test('a token is nowhere in the database', async () => {
  const token = await share();
  expect(token).toHaveLength(43);
  const { rows } = await pool().query('select * from share_link where callout_id = $1', [mine.calloutId]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('it ends when it is taken back, with all others of the callout and none of another', async () => {
  const [one, other] = [await share(), await share()];
  expect(await readShareLinks(me(), { calloutId: mine.calloutId })).toMatchObject({ value: { active: 2 } });
  const theirs = await raiseTestCallout();
  const stranger = personActor(theirs.personId, '192.0.2.2');
  expect(await revokeShareLinks(stranger, { calloutId: mine.calloutId })).toMatchObject({ ok: false });
  expect(await follow(one)).toMatchObject({ ok: true });
  await revokeShareLinks(me(), { calloutId: mine.calloutId });
  expect(await follow(one)).toEqual(ENDED);
  expect(await follow(other)).toEqual(ENDED);
  expect(await readShareLinks(me(), { calloutId: mine.calloutId })).toMatchObject({ value: { active: 0 } });
});

test('taking back what is not there writes nothing', async () => {
  await share();
  for (let times = 0; times < 3; times += 1) {
    expect(await revokeShareLinks(me(), { calloutId: mine.calloutId })).toEqual({
      ok: true,
      value: { active: 0 },
    });
  }
  const { rows } = await pool().query(
    "select from audit_entry where action = 'share_link.revoke' and subject = $1",
    [String(mine.calloutId)],
  );
  expect(rows).toHaveLength(1);
});

test('it ends with the close, after a day, and no link is made then', async () => {
  const token = await share();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 - 5_000 });
  expect(await follow(token)).toMatchObject({ ok: true });
  vi.setSystemTime(Date.now() + 10_000);
  expect(await follow(token)).toEqual(ENDED);
  vi.useRealTimers();
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
    await world.step(mine.calloutId, step);
  await refresh();
  expect(await follow(token)).toEqual(ENDED);
  expect(await createShareLink(me(), { calloutId: mine.calloutId })).toEqual({
    ok: false,
    code: 'callout.closed',
  });
});

test('a token that never was is answered like one that ended', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), `${await share()}x`, '../../etc/passwd']) {
    expect(await follow(token), token).toEqual(ENDED);
  }
});

test('only the owner creates a link', async () => {
  const theirs = await raiseTestCallout();
  expect(await createShareLink(me(), { calloutId: theirs.calloutId })).toEqual({
    ok: false,
    code: 'callout.not_found',
  });
});

test('links and views are rate-limited', async () => {
  const token = await share();
  for (let nth = 1; nth < 10; nth += 1) await share();
  expect(await createShareLink(me(), { calloutId: mine.calloutId })).toEqual({
    ok: false,
    code: 'share_link.too_many',
  });
  for (let look = 0; look < MAX_VIEWS_PER_MINUTE; look += 1)
    expect(await follow(token)).toMatchObject({ ok: true });
  expect(await follow(token)).toEqual({ ok: false, code: 'share_link.too_many' });
});

test('after the person said that they are safe it shows no more than their own page', async () => {
  const token = await share();
  await cancelCallout(me(), { calloutId: mine.calloutId, safeCode: '0' });
  await world.step(mine.calloutId, 'own');
  await refresh();
  expect(await follow(token)).toMatchObject({ value: { stage: 'raised', safeAskedAt: expect.any(String) } });
});
