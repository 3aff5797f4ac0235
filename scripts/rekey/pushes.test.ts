import { beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { vapidKeys } from '#lib/push/vapid.ts';
import { senderOf } from '#lib/testing/push-service.ts';
import {
  allowFrom,
  countRows,
  deliver,
  type PushPerson,
  pushPerson,
  pushWorld,
  titlesOf,
} from '#lib/testing/push-world.ts';
import { testSignIn } from '#lib/testing/test-browser.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { sealAllAnew } from './seal-anew.ts';

// A push service binds a subscription to the key that it was made with, which is made of SECRET_KEY.

const setting = await pushWorld();
const { service } = setting;

const OLD = 'the older key for tests of 32 bytes or more';
const NEW = 'the newer key for tests of 32 bytes or more';

/** A process that was started with these keys: better-auth reads them once. */
function startWith(...keys: string[]) {
  testEnv({ SECRET_KEY: keys.join(', ') });
  Reflect.deleteProperty(globalThis, Symbol.for('vigil.person-auth'));
}

let me: PushPerson;
beforeEach(async () => {
  startWith(OLD);
  me = await pushPerson(setting);
  expect((await me.allow()).status).toBe(200);
});

test('a subscription outlives a change of SECRET_KEY, by the key that it was made with', async () => {
  const before = vapidKeys().publicKey;
  startWith(NEW, OLD);
  expect(vapidKeys().publicKey).not.toBe(before);
  expect(await me.readOwn()).toMatchObject({ isOn: true, publicKey: vapidKeys().publicKey });
  for await (const column of sealAllAnew(pool())) expect(column.unopened).toBe(0);
  startWith(NEW);
  await me.moved('own');
  await deliver();
  const [sent] = service.received;
  expect(sent && senderOf(sent).publicKey).toBe(before);
  expect(titlesOf(me.shown())).toEqual(['Your request was seen']);
});

test('after it the same browser is still known by its endpoint', async () => {
  startWith(NEW, OLD);
  for await (const _ of sealAllAnew(pool()));
  startWith(NEW);
  const other = await testSignIn((await registerTestPerson()).personId);
  expect((await allowFrom(other.all, me.browser.subscription)).status).toBe(200);
  expect(await countRows('push_subscription')).toBe(1);
});

test('what the newest keys cannot open is not sent, and waits for the key', async () => {
  startWith(NEW);
  await me.moved('own');
  await deliver();
  expect(service.received).toEqual([]);
  expect([await countRows('push_subscription'), await countRows('push_notice')]).toEqual([1, 0]);
});
