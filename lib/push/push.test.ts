import { beforeEach, describe, expect, test } from 'vitest';
import { POST as raise } from '#app/api/panic/route.ts';
import { saveAlarmSettings } from '#lib/customers/alarm-settings/save-alarm-settings.ts';
import { saveLanguage } from '#lib/customers/registration/save-language.ts';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { refreshMessages } from '#lib/following/messages/refresh-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { endPersonSession } from '#lib/identity/person-session.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import { vapidKeys } from '#lib/push/vapid.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { senderOf } from '#lib/testing/push-service.ts';
import {
  allowFrom,
  countRows,
  deliver,
  endFrom,
  type PushPerson,
  pushPerson,
  pushWorld,
  titlesOf,
} from '#lib/testing/push-world.ts';
import { personIn, testSignIn } from '#lib/testing/test-browser.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';

// Which notifications a person's devices get while the page is closed, and when they get none.

const setting = await pushWorld();
const { world, service } = setting;
const system = systemActor('test');
const operator = operatorActor('operator', 'operator-1', 'Olga');

let me: PushPerson;
beforeEach(async () => {
  me = await pushPerson(setting);
});

describe('a device that gets pushes', () => {
  test('is sent each stage once, encrypted, declaratively, without name or place', async () => {
    expect((await me.allow()).status).toBe(200);
    expect(await me.readOwn()).toEqual({ publicKey: vapidKeys().publicKey, isOn: true, language: 'en' });
    await me.moved('own');
    await deliver();
    await deliver();
    expect(me.shown()).toEqual([
      {
        web_push: 8030,
        notification: {
          ...{ title: 'Your request was seen', lang: 'en', dir: 'ltr', tag: 'stage' },
          navigate: `http://localhost:3000/callouts/${me.mine.calloutId}`,
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
    await me.moved('dispatch', 'arrive');
    await deliver();
    // The newest alone.
    expect(titlesOf(me.shown())).toEqual(['Your request was seen', 'Help is here']);
    await me.moved('complete');
    await deliver();
    await me.moved('close');
    await deliver();
    expect(titlesOf(me.shown()).slice(2)).toEqual(['Your request has ended']);
    expect(await countRows('push_notice')).toBe(0);
  });

  test('is sent that there is a message, and never what it says or what the person wrote', async () => {
    await me.allow();
    await world.say(me.mine.calloutId, 'Stay in the kitchen, Thandi');
    await refreshMessages(system, { calloutId: me.mine.calloutId });
    await deliver();
    expect(titlesOf(me.shown())).toEqual(['You have a new message']);
    const person = await personIn(me.phone.all);
    await writeMessage(person, { calloutId: me.mine.calloutId, id: crypto.randomUUID(), text: 'I am here' });
    await deliver();
    expect(titlesOf(me.shown())).toHaveLength(1);
    await writeMessage(operator, {
      calloutId: me.mine.calloutId,
      id: crypto.randomUUID(),
      text: 'On our way',
    });
    await deliver();
    expect(titlesOf(me.shown())).toHaveLength(2);
    expect(JSON.stringify(me.shown())).not.toMatch(/kitchen|Thandi|On our way/);
  });

  test('is written to in the person’s language', async () => {
    await me.allow();
    await saveLanguage(await personIn(me.phone.all), { language: 'ar' });
    await me.moved('own', 'dispatch');
    await deliver();
    expect(me.shown()).toMatchObject([
      { notification: { title: 'المساعدة في الطريق', lang: 'ar', dir: 'rtl' } },
    ]);
  });

  test('is one of several, each with its own keys', async () => {
    const tablet = await testSignIn(me.mine.personId);
    const other = service.subscribed();
    await me.allow();
    await allowFrom(tablet.all, other.subscription);
    await me.moved('own');
    await deliver();
    expect(titlesOf(me.shown())).toHaveLength(1);
    expect(service.received.filter(({ path }) => path === other.path).map(other.open)).toHaveLength(1);
    await revokeDevice(await personIn(tablet.all), { deviceId: me.phone.deviceId });
    await me.moved('dispatch');
    await deliver();
    expect(titlesOf(me.shown())).toHaveLength(1);
    expect(service.received).toHaveLength(3);
  });

  test('is another person’s after somebody else signed in there', async () => {
    await me.allow();
    const other = await raiseTestCallout();
    await allowFrom((await testSignIn(other.personId)).all, me.browser.subscription);
    await me.moved('own');
    await deliver();
    expect(service.received).toEqual([]);
    expect(await me.readOwn()).toMatchObject({ isOn: false });
  });
});

describe('nothing is sent', () => {
  const nothing = async () => {
    await deliver();
    expect(service.received).toEqual([]);
    expect(await countRows('push_notice')).toBe(0);
  };

  test('after a silent press, on any device', async () => {
    await me.allow();
    const headers = new Headers(me.phone.all);
    headers.set('cookie', `${headers.get('cookie')}; vigil-quiet=1`);
    headers.set('content-type', 'application/json');
    const body = JSON.stringify(newTestPress());
    const request = new Request('http://localhost/api/panic', { method: 'POST', headers, body });
    expect((await raise(request, { params: Promise.resolve({}) })).status).toBeLessThan(300);
    await eventually(async () => {
      const { rows } = await pool().query('select quiet_until > now() as quiet from push_subscription');
      expect(rows).toEqual([{ quiet: true }]);
    });
    await me.moved('own');
    await nothing();
  });

  test('to who allows it in a silent browser', async () => {
    await me.allow(me.browser.subscription, 'vigil-quiet=1');
    await me.moved('own');
    await nothing();
  });

  test('to who presses silently by their settings', async () => {
    await me.allow();
    const silent = { way: 'hold', holdSeconds: '1.5', graceSeconds: '3', mode: 'silent' };
    await saveAlarmSettings(await personIn(me.phone.all), silent);
    await me.moved('own');
    await nothing();
  });

  test('after *I am safe*: it would tell whether the code was right', async () => {
    await me.allow();
    await cancelCallout(await personIn(me.phone.all), { calloutId: me.mine.calloutId, safeCode: '0000' });
    await eventually(async () => {
      const { rows } = await pool().query(
        `select from cancellation where callout_id = $1 and state <> 'waiting'`,
        [me.mine.calloutId],
      );
      expect(rows).toHaveLength(1);
    });
    await me.moved('own', 'dispatch');
    await world.say(me.mine.calloutId, 'Are you safe?');
    await refreshMessages(system, { calloutId: me.mine.calloutId });
    await nothing();
  });

  test('after signing out, switching off, and turning it off', async () => {
    await me.allow();
    expect((await endFrom(me.phone.all)).status).toBe(200);
    expect(await countRows('push_subscription')).toBe(0);
    await me.allow();
    await endPersonSession(me.phone.all);
    expect(await countRows('push_subscription')).toBe(0);
    await me.moved('own');
    await nothing();
  });

  test('of a stage that is old by now', async () => {
    await me.allow();
    await me.moved('own');
    await pool().query(`update push_notice set queued_at = now() - interval '11 minutes'`);
    await nothing();
  });
});
