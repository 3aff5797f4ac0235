import { expect, test } from 'vitest';
import { POST as move } from '#app/api/callouts/[calloutId]/location/route.ts';
import { GET as follow } from '#app/api/callouts/[calloutId]/route.ts';
import { GET as receipt } from '#app/api/panic/[pressId]/route.ts';
import { POST as raise } from '#app/api/panic/route.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

// The page of a press holds its press token: with it the press is followed, whatever the browser does with cookies.

const tokenOf = ({ personId, customerId }: TestPerson) =>
  signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });

const BROWSERS: [string, () => Promise<string | null> | string | null][] = [
  ['blocks cookies', () => null],
  ['sends empty ones', () => `${PRESS_COOKIE}=`],
  ['sends one that was cut', () => `${PRESS_COOKIE}=eyJwZXJzb25JZCI6`],
  ['still has those of somebody else', async () => `${PRESS_COOKIE}=${tokenOf(await registerTestPerson())}`],
];

test.each(BROWSERS)(
  'a browser that %s raises a press and follows it by the page’s token',
  async (_what, cookie) => {
    const token = tokenOf(await registerTestPerson());
    const sent = await cookie();
    const request = (body?: object, bearer: string | null = token) =>
      new Request('http://localhost/', {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(sent === null ? {} : { cookie: sent }),
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          'content-type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });

    const press = newTestPress();
    const raised = await raise(request({ ...press, pressToken: token }, null), {
      params: Promise.resolve({}),
    });
    expect(raised.status).toBe(201);
    const { calloutId } = await raised.json();
    const ofPress = { params: Promise.resolve({ pressId: press.pressId }) };
    const ofCallout = { params: Promise.resolve({ calloutId: String(calloutId) }) };

    const read = await receipt(request(), ofPress);
    expect(await read.json()).toMatchObject({ state: 'delivered', calloutId });
    const followed = await follow(request(), ofCallout);
    expect(await followed.json()).toMatchObject({ calloutId, stage: 'raised' });
    const fix = { latitude: -26.1, longitude: 28.05, accuracy: 9, fixedAt: new Date().toISOString() };
    expect((await move(request(fix), ofCallout)).status).toBe(202);

    const unknown = [
      await receipt(request(undefined, null), ofPress),
      await follow(request(undefined, null), ofCallout),
    ];
    expect(unknown.map(({ status }) => status >= 400)).toEqual([true, true]);
  },
);
