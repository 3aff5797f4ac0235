import { beforeAll, expect, test } from 'vitest';
import { type Actor, anonymousActor, operatorActor, personActor } from '#lib/identity/actor.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { openTracking } from './open-tracking.ts';
import { readCallout } from './read-callout.ts';

await testWorld();

let mine: TestCallout;
let theirs: TestCallout;
let me: Actor;

beforeAll(async () => {
  mine = await raiseTestCallout();
  theirs = await raiseTestCallout();
  me = personActor(mine.personId, '192.0.2.1');
});

const NOT_FOUND = { ok: false, code: 'callout.not_found' };

test('its owner reads a callout, and nothing of the person or the tracking page is in it', async () => {
  const read = await readCallout(me, { calloutId: mine.calloutId });
  expect(read).toMatchObject({ ok: true, value: { calloutId: mine.calloutId, stage: 'raised' } });
  const token = new URL(mine.trackingUrl ?? '').searchParams.get('sessionToken') ?? '';
  expect(token.length).toBeGreaterThan(20);
  for (const secret of [token, mine.mobile, 'Thandi', '-26.1']) {
    expect(JSON.stringify(read)).not.toContain(secret);
  }
});

test('somebody else’s callout is not found, exactly like one that does not exist', async () => {
  expect(await readCallout(me, { calloutId: theirs.calloutId })).toEqual(NOT_FOUND);
  expect(await readCallout(me, { calloutId: 999_999_999 })).toEqual(NOT_FOUND);
  expect(await openTracking(me, { calloutId: theirs.calloutId })).toEqual(NOT_FOUND);
  expect(await openTracking(me, { calloutId: 999_999_999 })).toEqual(NOT_FOUND);
});

test.each(['viewer', 'operator', 'admin'] as const)('a %s reads any callout', async (role) => {
  const operator = operatorActor(role, 'operator-1', 'Operator');
  for (const { calloutId } of [mine, theirs]) {
    expect(await readCallout(operator, { calloutId })).toMatchObject({ ok: true, value: { calloutId } });
    expect(await openTracking(operator, { calloutId })).toMatchObject({ ok: true });
  }
});

test('a browser that holds two sessions sees what either may see', async () => {
  const operator = operatorActor('viewer', 'operator-1', 'Operator');
  const both = await firstAllowed([me, operator], readCallout, { calloutId: theirs.calloutId });
  expect(both).toMatchObject({ ok: true, value: { calloutId: theirs.calloutId } });
  expect(await firstAllowed([me], readCallout, { calloutId: theirs.calloutId })).toEqual(NOT_FOUND);
  const nobody = [anonymousActor('192.0.2.1')];
  expect(await firstAllowed(nobody, readCallout, { calloutId: mine.calloutId })).toMatchObject({ ok: false });
  expect(await firstAllowed([], readCallout, { calloutId: mine.calloutId })).toMatchObject({ ok: false });
});

test.each([
  'abc',
  '1.5',
  '-1',
  '0',
  'NaN',
  '1e400',
  '',
  ' ',
  null,
  undefined,
  '9007199254740993',
  '1 or 1=1',
])('%j is no callout', async (calloutId) => {
  expect(await readCallout(me, { calloutId })).toMatchObject({ ok: false, code: 'input.invalid' });
});
