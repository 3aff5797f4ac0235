import * as pushRoute from '#app/api/push/route.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { deliverDueNotices } from '#lib/push/deliver-due-notices.ts';
import { vapidKeys } from '#lib/push/vapid.ts';
import { testSignIn } from './test-browser.ts';
import { raiseTestCallout } from './test-callout.ts';
import { testPushService } from './test-push-service.ts';
import { testWorld } from './test-world.ts';

const NO_PARAMS = { params: Promise.resolve({}) };
const system = systemActor('test');

/** A world with a push service. Call it at the top of a file. */
export async function pushWorld() {
  const world = await testWorld();
  const service = await testPushService();
  return { world, service };
}

type PushWorld = Awaited<ReturnType<typeof pushWorld>>;

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

/** Hands a subscription to the route, as a browser that sends these headers. */
export const allowFrom = (headers: Headers, subscription: object, cookie = '') =>
  pushRoute.POST(
    request('POST', headers, { publicKey: vapidKeys().publicKey, ...subscription }, cookie),
    NO_PARAMS,
  );
export const endFrom = (headers: Headers) => pushRoute.DELETE(request('DELETE', headers), NO_PARAMS);
const readFrom = async (headers: Headers) => (await pushRoute.GET(request('GET', headers), NO_PARAMS)).json();

export const deliver = () => deliverDueNotices(system, {});
export const countRows = async (table: string) => (await pool().query(`select from ${table}`)).rowCount;

/** A person with an open callout and a phone that may subscribe; the push service takes everything, and has nothing yet. */
export async function pushPerson({ world, service }: PushWorld) {
  const mine = await raiseTestCallout();
  const phone = await testSignIn(mine.personId);
  const browser = service.subscribed();
  service.received.length = 0;
  service.answerWith({ status: 201 });
  await pool().query('delete from push_subscription');
  return {
    ...{ mine, phone, browser },
    allow: (subscription: object = browser.subscription, cookie = '') =>
      allowFrom(phone.all, subscription, cookie),
    readOwn: () => readFrom(phone.all),
    /** AURA moves the callout on, and we hear of it. */
    moved: async (...steps: string[]) => {
      for (const step of steps) {
        await world.step(mine.calloutId, step);
        await refreshCallout(system, { calloutId: mine.calloutId, source: 'poll' });
      }
    },
    /** What the phone was sent, opened with its keys. */
    shown: () =>
      service.received.filter(({ path }) => path === browser.path).map((push) => browser.open(push)),
  };
}

export type PushPerson = Awaited<ReturnType<typeof pushPerson>>;

export const titlesOf = (pushes: readonly unknown[]) =>
  pushes.map((push) => (push as { notification: { title: string } }).notification.title);
