import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as pushRoute from '#app/api/push/route.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { saveAlarmSettings } from '#lib/customers/alarm-settings/save-alarm-settings.ts';
import { saveLanguage } from '#lib/customers/registration/save-language.ts';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { refreshMessages } from '#lib/following/messages/refresh-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { endPersonSession } from '#lib/identity/person-session.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import { raiseAndTrack } from '#lib/panic/device/raise-and-track.ts';
import { vapidKeys } from '#lib/push/vapid.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { senderOf } from '#lib/testing/push-service.ts';
import { personIn, testSignIn } from '#lib/testing/test-browser.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testPushService } from '#lib/testing/test-push-service.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { deliverDueNotices } from './deliver-due-notices.ts';

const world = await testWorld();
const service = await testPushService();

const system = systemActor('test');
const operator = operatorActor('operator', 'operator-1', 'Olga');

let mine: TestCallout;
let phone: Awaited<ReturnType<typeof testSignIn>>;
let browser: ReturnType<typeof service.subscribed>;

beforeEach(async () => {
  mine = await raiseTestCallout();
  phone = await testSignIn(mine.personId);
  browser = service.subscribed();
  service.received.length = 0;
  service.answerWith({ status: 201 });
});
afterEach(async () => {
  vi.useRealTimers();
  await pool().query('delete from push_subscription');
});

const NO_PARAMS = { params: Promise.resolve({}) };

function request(method: string, headers: Headers, body?: object, cookie = ''): Request {
  const sent = new Headers(headers);
  sent.set('content-type', 'application/json');
  if (cookie) sent.set('cookie', `${sent.get('cookie')}; ${cookie}`);
  return new Request('http://localhost/api/push', {
    method,
    headers: sent,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const allow = (told: object = browser.told, from = phone, cookie = '') =>
  pushRoute.POST(request('POST', from.all, { ...told, publicKey: vapidKeys().publicKey }, cookie), NO_PARAMS);
const readOwn = async (from = phone) => (await pushRoute.GET(request('GET', from.all), NO_PARAMS)).json();

const deliver = () => deliverDueNotices(system, {});

/** AURA moves the callout on, and we hear of it. */
async function moved(...steps: string[]) {
  for (const step of steps) {
    await world.step(mine.calloutId, step);
    await refreshCallout(system, { calloutId: mine.calloutId, source: 'poll' });
  }
}

const shown = () =>
  service.received.filter(({ path }) => path === browser.path).map((each) => browser.open(each));
const titles = () => shown().map((push) => (push as { notification: { title: string } }).notification.title);
const count = async (table: string) => (await pool().query(`select from ${table}`)).rowCount;

describe('a device that gets pushes', () => {
  test('is sent each stage once, encrypted, declaratively, without name or place', async () => {
    expect((await allow()).status).toBe(200);
    expect(await readOwn()).toEqual({ publicKey: vapidKeys().publicKey, isOn: true, language: 'en' });
    await moved('own');
    await deliver();
    await deliver();
    expect(shown()).toEqual([
      {
        web_push: 8030,
        notification: {
          ...{ title: 'Your request was seen', lang: 'en', dir: 'ltr', tag: 'stage' },
          navigate: `http://localhost:3000/callouts/${mine.calloutId}`,
        },
      },
    ]);
    const [sent] = service.received;
    expect(sent?.headers).toMatchObject({
      ...{ 'content-encoding': 'aes128gcm', urgency: 'high', topic: 'stage', ttl: '600' },
    });
    expect(sent?.body.toString('latin1')).not.toMatch(/request|callouts|Thandi/);
    expect(sent && senderOf(sent)).toMatchObject({
      publicKey: vapidKeys().publicKey,
      audience: service.origin,
    });
    await moved('dispatch', 'arrive');
    await deliver();
    // The newest alone.
    expect(titles()).toEqual(['Your request was seen', 'Help is here']);
    await moved('complete');
    await deliver();
    await moved('close');
    await deliver();
    expect(titles().slice(2)).toEqual(['Your request has ended']);
    expect(await count('push_notice')).toBe(0);
  });

  test('is sent that there is a message, and never what it says or what the person wrote', async () => {
    await allow();
    await world.say(mine.calloutId, 'Stay in the kitchen, Thandi');
    await refreshMessages(system, { calloutId: mine.calloutId });
    await deliver();
    expect(titles()).toEqual(['You have a new message']);
    const me = await personIn(phone.all);
    await writeMessage(me, { calloutId: mine.calloutId, id: crypto.randomUUID(), text: 'I am here' });
    await deliver();
    expect(titles()).toHaveLength(1);
    await writeMessage(operator, { calloutId: mine.calloutId, id: crypto.randomUUID(), text: 'On our way' });
    await deliver();
    expect(titles()).toHaveLength(2);
    expect(JSON.stringify(shown())).not.toMatch(/kitchen|Thandi|On our way/);
  });

  test('is written to in the person’s language', async () => {
    await allow();
    await saveLanguage(await personIn(phone.all), { language: 'ar' });
    await moved('own', 'dispatch');
    await deliver();
    expect(shown()).toMatchObject([
      { notification: { title: 'المساعدة في الطريق', lang: 'ar', dir: 'rtl' } },
    ]);
  });

  test('is one of several, each with its own keys', async () => {
    const tablet = await testSignIn(mine.personId);
    const other = service.subscribed();
    await allow();
    await allow(other.told, tablet);
    await moved('own');
    await deliver();
    expect(titles()).toHaveLength(1);
    expect(service.received.filter(({ path }) => path === other.path).map(other.open)).toHaveLength(1);
    await revokeDevice(await personIn(tablet.all), { deviceId: phone.deviceId });
    await moved('dispatch');
    await deliver();
    expect(titles()).toHaveLength(1);
    expect(service.received).toHaveLength(3);
  });

  test('is another person’s after somebody else signed in there', async () => {
    await allow();
    const other = await raiseTestCallout();
    await allow(browser.told, await testSignIn(other.personId));
    await moved('own');
    await deliver();
    expect(service.received).toEqual([]);
    expect(await readOwn()).toMatchObject({ isOn: false });
  });
});

describe('nothing is sent', () => {
  const nothing = async () => {
    await deliver();
    expect(service.received).toEqual([]);
    expect(await count('push_notice')).toBe(0);
  };

  test('after a silent press, on any device', async () => {
    await allow();
    const press = { ...newTestPress(), isSilent: true };
    expect(await raiseAndTrack(await personIn(phone.all), press)).toMatchObject({ ok: true });
    await eventually(async () => {
      const { rows } = await pool().query('select quiet_until > now() as quiet from push_subscription');
      expect(rows).toEqual([{ quiet: true }]);
    });
    await moved('own');
    await nothing();
  });

  test('to who allows it in a silent browser', async () => {
    await allow(browser.told, phone, 'vigil-quiet=1');
    await moved('own');
    await nothing();
  });

  test('to who presses silently by their settings', async () => {
    await allow();
    const silent = { way: 'hold', holdSeconds: '1.5', graceSeconds: '3', mode: 'silent' };
    await saveAlarmSettings(await personIn(phone.all), silent);
    await moved('own');
    await nothing();
  });

  test('after *I am safe*: it would tell whether the code was right', async () => {
    await allow();
    await cancelCallout(await personIn(phone.all), { calloutId: mine.calloutId, safeCode: '0000' });
    await eventually(async () => {
      const { rows } = await pool().query(
        `select from cancellation where callout_id = $1 and state <> 'waiting'`,
        [mine.calloutId],
      );
      expect(rows).toHaveLength(1);
    });
    await moved('own', 'dispatch');
    await world.say(mine.calloutId, 'Are you safe?');
    await refreshMessages(system, { calloutId: mine.calloutId });
    await nothing();
  });

  test('after signing out, switching off, and turning it off', async () => {
    await allow();
    expect((await pushRoute.DELETE(request('DELETE', phone.all), NO_PARAMS)).status).toBe(200);
    expect(await count('push_subscription')).toBe(0);
    await allow();
    await endPersonSession(phone.all);
    expect(await count('push_subscription')).toBe(0);
    await moved('own');
    await nothing();
  });

  test('of a stage that is old by now', async () => {
    await allow();
    await moved('own');
    await pool().query(`update push_notice set queued_at = now() - interval '11 minutes'`);
    await nothing();
  });
});

describe('a push service', () => {
  beforeEach(async () => {
    await allow();
    await moved('own');
  });

  test.each([404, 410])('that answers %i ends the subscription', async (status) => {
    service.answerWith({ status });
    await deliver();
    expect([await count('push_subscription'), await count('push_notice')]).toEqual([0, 0]);
    expect(await readOwn()).toMatchObject({ isOn: false });
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
      await moved('dispatch');
      await deliver();
      expect(titles()).toEqual(['Your request was seen', 'Help is on the way']);
      expect(await count('push_notice')).toBe(0);
    },
  );

  test('that refuses a push is not sent it again, and keeps the subscription', async () => {
    service.answerWith({ status: 400 });
    await deliver();
    expect([await count('push_subscription'), await count('push_notice')]).toEqual([1, 0]);
  });

  test('that does not answer holds up no other device, and what is newer takes the claim', async () => {
    service.answerWith('hang');
    const hung = deliver();
    await eventually(() => expect(service.received).toHaveLength(1));
    service.answerWith({ status: 201 });
    await moved('dispatch');
    await deliver();
    expect(titles()).toEqual(['Your request was seen', 'Help is on the way']);
    expect(await count('push_notice')).toBe(0);
    service.hangUp();
    await hung;
    expect(await count('push_notice')).toBe(0);
  });
});

describe('an endpoint', () => {
  const refused = { code: 'input.invalid', fields: { endpoint: expect.any(String) } };

  test.each(['https://10.0.0.8/push', 'https://169.254.169.254/latest', 'http://push.example.com/1', 'x'])(
    '%s is refused',
    async (endpoint) => {
      const response = await allow({ ...browser.told, endpoint });
      expect([response.status, await response.json()]).toEqual([400, expect.objectContaining(refused)]);
      expect(await count('push_subscription')).toBe(0);
    },
  );

  test('on this machine is refused where the sandbox is not used, and one kept from before is not called', async () => {
    await allow();
    await moved('own');
    testEnv({ SANDBOX_URL: undefined });
    expect((await allow()).status).toBe(400);
    await deliver();
    expect(service.received).toEqual([]);
    expect(await count('push_subscription')).toBe(0);
  });

  test('with keys of another shape, or of an older key of ours, is refused', async () => {
    const short = { ...browser.told, keys: { ...browser.told.keys, auth: 'abc' } };
    expect((await allow(short)).status).toBe(400);
    const older = request('POST', phone.all, { ...browser.told, publicKey: 'older' });
    expect((await pushRoute.POST(older, NO_PARAMS)).status).toBe(400);
  });

  test('is asked for by who is signed in only', async () => {
    const nobody = request('POST', new Headers(), { ...browser.told, publicKey: vapidKeys().publicKey });
    expect((await pushRoute.POST(nobody, NO_PARAMS)).status).toBe(401);
  });
});

test('a subscription outlives a change of SECRET_KEY, by the key that it was made with', async () => {
  await allow();
  const before = vapidKeys().publicKey;
  const { SECRET_KEY } = process.env;
  testEnv({ SECRET_KEY: `${'a newer key of this deployment that is long enough'},${SECRET_KEY}` });
  expect(vapidKeys().publicKey).not.toBe(before);
  expect(await readOwn()).toMatchObject({ isOn: true });
  await moved('own');
  await deliver();
  const [sent] = service.received;
  expect(sent && senderOf(sent).publicKey).toBe(before);
  expect(titles()).toEqual(['Your request was seen']);
});

test('the table holds neither the endpoint nor a key', async () => {
  await allow();
  const { rows } = await pool().query('select s::text as line from push_subscription s');
  const line = String(rows[0]?.line);
  expect(line).toContain('s1.');
  for (const part of [
    browser.told.endpoint,
    browser.path,
    browser.told.keys.auth,
    browser.told.keys.p256dh,
  ]) {
    expect(line).not.toContain(part);
  }
});
