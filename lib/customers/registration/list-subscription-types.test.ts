import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anonymousActor } from '#lib/identity/actor.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { listSubscriptionTypes } from './list-subscription-types.ts';

const world = await testWorld();

const MEMORY = Symbol.for('vigil.subscription-types');
const visitor = anonymousActor('192.0.2.1');
const list = () => listSubscriptionTypes(visitor, {});
const asked = () => world.callsOf('listSubscriptionTypes');

let ms = 0;
beforeEach(() => {
  Reflect.deleteProperty(globalThis, MEMORY);
  ms = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => ms);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.restoreAura();
});

test('many pages at once ask AURA once, and later ones not at all for five minutes', async () => {
  const before = await asked();
  const answers = await Promise.all(Array.from({ length: 20 }, list));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect((await asked()) - before).toBe(1);
  ms += 299_000;
  await list();
  expect((await asked()) - before).toBe(1);
  ms += 2_000;
  await list();
  expect((await asked()) - before).toBe(2);
});

test('while AURA is away it is not asked for each page, and soon after asked again', async () => {
  await world.refuse('listSubscriptionTypes', 403);
  const before = await asked();
  for (const answers of [await Promise.all(Array.from({ length: 20 }, list)), [await list()]]) {
    for (const answer of answers) expect(answer).toMatchObject({ code: 'subscription.types_unavailable' });
  }
  expect((await asked()) - before).toBe(1);
  await world.restoreAura();
  ms += 5_001;
  expect((await list()).ok).toBe(true);
});

test('what AURA said last is shown while it is away', async () => {
  const known = await list();
  await world.refuse('listSubscriptionTypes', 403);
  ms += 301_000;
  expect(await list()).toEqual(known);
  const before = await asked();
  expect(await list()).toEqual(known);
  expect(await asked()).toBe(before);
});
