import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { eventually } from '#lib/testing/eventually.ts';
import {
  allowFrom,
  countRows,
  deliver,
  type PushPerson,
  pushPerson,
  pushWorld,
  titlesOf,
} from '#lib/testing/push-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';

// The push services of browsers, as they may answer, and the addresses that they may not have.

const setting = await pushWorld();
const { service } = setting;

let me: PushPerson;
beforeEach(async () => {
  me = await pushPerson(setting);
});

describe('a push service', () => {
  beforeEach(async () => {
    await me.allow();
    await me.moved('own');
  });

  test.each([404, 410])('that answers %i ends the subscription', async (status) => {
    service.answerWith({ status });
    await deliver();
    expect([await countRows('push_subscription'), await countRows('push_notice')]).toEqual([0, 0]);
    expect(await me.readOwn()).toMatchObject({ isOn: false });
  });

  const due = async () => {
    const { rows } = await pool().query(
      `select attempts, lease_token is null as free, extract(epoch from due_at - now())::float8 as s from push_notice`,
    );
    return rows[0];
  };

  test.each([
    ['is too busy', { status: 429, headers: { 'retry-after': '90' } }, [80, 91]],
    ['fails', { status: 503 }, [0, 3]],
  ] as const)(
    'that %s is asked again later, with what is then the newest',
    async (_what, answer, [from, to]) => {
      service.answerWith(answer);
      await deliver();
      expect(await due()).toMatchObject({ attempts: 1, free: true });
      expect((await due()).s).toBeGreaterThan(from);
      expect((await due()).s).toBeLessThan(to);
      await deliver();
      expect(service.received).toHaveLength(1);
      service.answerWith({ status: 201 });
      await me.moved('dispatch');
      await deliver();
      expect(titlesOf(me.shown())).toEqual(['Your request was seen', 'Help is on the way']);
      expect(await countRows('push_notice')).toBe(0);
    },
  );

  test('that refuses a push is not sent it again, and keeps the subscription', async () => {
    service.answerWith({ status: 400 });
    await deliver();
    expect([await countRows('push_subscription'), await countRows('push_notice')]).toEqual([1, 0]);
  });

  test('that does not answer holds up no other device, and what is newer takes the claim', async () => {
    service.answerWith('hang');
    const hung = deliver();
    await eventually(() => expect(service.received).toHaveLength(1));
    service.answerWith({ status: 201 });
    await me.moved('dispatch');
    await deliver();
    expect(titlesOf(me.shown())).toEqual(['Your request was seen', 'Help is on the way']);
    expect(await countRows('push_notice')).toBe(0);
    service.hangUp();
    await hung;
    expect(await countRows('push_notice')).toBe(0);
  });
});

describe('an endpoint', () => {
  const refused = { code: 'input.invalid', fields: { endpoint: expect.any(String) } };

  test.each(['https://10.0.0.8/push', 'https://169.254.169.254/latest', 'http://push.example.com/1', 'x'])(
    '%s is refused',
    async (endpoint) => {
      const response = await me.allow({ ...me.browser.subscription, endpoint });
      expect([response.status, await response.json()]).toEqual([400, expect.objectContaining(refused)]);
      expect(await countRows('push_subscription')).toBe(0);
    },
  );

  test('on this machine is refused where the sandbox is not used, and one kept from before is not called', async () => {
    await me.allow();
    await me.moved('own');
    testEnv({ SANDBOX_URL: undefined });
    expect((await me.allow()).status).toBe(400);
    await deliver();
    expect(service.received).toEqual([]);
    expect(await countRows('push_subscription')).toBe(0);
  });

  test('with keys of another shape, or of an older key of ours, is refused', async () => {
    const short = { ...me.browser.subscription, keys: { ...me.browser.subscription.keys, auth: 'abc' } };
    expect((await me.allow(short)).status).toBe(400);
    expect((await me.allow({ ...me.browser.subscription, publicKey: 'older' })).status).toBe(400);
  });

  test('is asked for by who is signed in only', async () => {
    expect((await allowFrom(new Headers(), me.browser.subscription)).status).toBe(401);
  });
});

test('the table holds neither the endpoint nor a key', async () => {
  await me.allow();
  const { rows } = await pool().query('select s::text as line from push_subscription s');
  const line = String(rows[0]?.line);
  expect(line).toContain('s1.');
  for (const part of [
    me.browser.subscription.endpoint,
    me.browser.path,
    me.browser.subscription.keys.auth,
    me.browser.subscription.keys.p256dh,
  ]) {
    expect(line).not.toContain(part);
  }
});
