import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bench, startBench } from '../scripts/conformance/bench.ts';
import { sandboxApp } from './app.ts';

// Correct is enough: a busy machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.freshen());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${bench.url}${path}`, { headers });
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${bench.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  });

async function trackingPath(): Promise<string> {
  const customerId = await bench.customer();
  const location = { latitude: 1, longitude: 2 };
  const { url } = await bench.client.createCallout({ customerId, location, responseTypeId: 1 });
  return (url ?? '').slice(bench.url.length);
}

describe('every page', () => {
  test.each(['/', '/simulator', '/simulator?calloutId=1', '/sms', '/behaviour', '/hosted/map'])(
    '%s says that it is not AURA',
    async (path) => {
      const page = await get(path);
      expect(page.headers.get('x-sandbox')).toBe('vigil');
      expect(await page.text()).toContain('SANDBOX. This is not AURA. Nobody will come.');
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  test('marks answers of the API and refusals too', async () => {
    const answers = [await get('/panic-api/v2/responseTypes'), await get('/nothing')];
    expect(answers.map((answer) => answer.headers.get('x-sandbox'))).toEqual(['vigil', 'vigil']);
  });

  test('escapes what people typed', async () => {
    const customer = { name: '<script>alert(1)</script>', surname: 'Doe', mobile: bench.mobile() };
    await bench.client.createCustomer({ customer });
    expect(await (await get('/')).text()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('another site', () => {
  const evil = { origin: 'https://evil.test' };

  test.each(['/sandbox/reset', '/simulator/step', '/sms', '/behaviour/clock'])(
    'cannot post to %s',
    async (path) => {
      expect((await post(path, {}, evil)).status).toBe(403);
    },
  );

  test('cannot read the sandbox through a name that leads here', async () => {
    const rebound = await sandboxApp(bench.sandbox).request(`${bench.url}/sandbox/sms`, {
      headers: { host: 'evil.test:4010' },
    });
    expect(rebound.status).toBe(403);
  });

  test('may frame the tracking page, and nothing when the switch says so', async () => {
    const path = await trackingPath();
    expect((await get(path)).headers.get('content-security-policy')).toContain('frame-ancestors *');
    bench.sandbox.world.switches.trackingFrame = 'refused';
    expect((await get(path)).headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('the tracking page', () => {
  test('opens only with its own token', async () => {
    const path = await trackingPath();
    const other = await trackingPath();
    const token = new URL(path, bench.url).searchParams.get('sessionToken') ?? '';
    const otherId = new URL(other, bench.url).searchParams.get('calloutId') ?? '';
    expect((await get(path)).status).toBe(200);
    expect((await get(`/track?sessionToken=${token}&calloutId=${otherId}`)).status).toBe(403);
    expect((await get(`/track/state?sessionToken=x&calloutId=${otherId}`)).status).toBe(403);
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect((await get(path)).headers.has('set-cookie')).toBe(false);
  });

  test('moves the responder from dispatch to arrival', async () => {
    const path = (await trackingPath()).replace('/track', '/track/state');
    const calloutId = Number(new URL(path, bench.url).searchParams.get('calloutId'));
    const state = async () => (await get(path)).json();
    expect(await state()).toEqual({ text: 'created', progress: null });
    bench.step(calloutId, 'own', 'dispatch');
    bench.sandbox.world.clockOffsetMs += 45_000;
    expect(await state()).toMatchObject({ text: 'Responder Dispatched', progress: expect.closeTo(0.5, 1) });
    bench.step(calloutId, 'arrive');
    expect(await state()).toEqual({ text: 'Sandbox: Responder Arrived', progress: 1 });
  });
});

describe('the simulator', () => {
  test('enables the next step only, and takes no other', async () => {
    const { calloutId } = await bench.callout();
    const enabled = async () => {
      const page = await (await get(`/simulator?calloutId=${calloutId}`)).text();
      return [...page.matchAll(/<button type="submit" >([^<]+)<\/button>/g)].map((match) => match[1]);
    };
    expect(await enabled()).toEqual(['Take ownership']);
    await post('/simulator/step', { calloutId: `${calloutId}`, step: 'close' });
    expect(await enabled()).toEqual(['Take ownership']);
    await post('/simulator/step', { calloutId: `${calloutId}`, step: 'own' });
    expect(await enabled()).toEqual(['Dispatch responder']);
  });

  test('writes to the customer', async () => {
    const { calloutId } = await bench.callout();
    await post('/simulator/say', { calloutId: `${calloutId}`, text: 'Stay inside' });
    const { events } = await bench.client.listEvents({ calloutId });
    expect(events).toMatchObject([{ text: 'Stay inside', source: 'control_room' }]);
  });
});

describe('the hosted signup', () => {
  const typed = () => ({ name: 'Jane', surname: 'Doe', mobile: bench.mobile(), subscriptionTypeId: '5' });

  async function opened(): Promise<{ session: string; sessionId: string; path: string }> {
    const returnUrl = 'https://vigil.test/back/1';
    const { url, sessionId } = await bench.client.createSignupSession({
      returnUrl,
      email: 'jane@vigil.test',
    });
    const path = url.slice(bench.url.length);
    return { path, sessionId, session: new URL(url).searchParams.get('session') ?? '' };
  }
  /** What the page links back to. */
  async function wayBack(path: string): Promise<URLSearchParams> {
    const page = (await (await get(path)).text()).replaceAll('&amp;', '&');
    return new URL(page.match(/href="(https:\/\/vigil[^"]+)"/)?.[1] ?? '', bench.url).searchParams;
  }

  test('creates a customer with a subscription once, and redirects with its id', async () => {
    const { path, session, sessionId } = await opened();
    const details = typed();
    expect((await post('/hosted/signup', { session, ending: 'completed', ...details })).status).toBe(303);
    await post('/hosted/signup', { session, ending: 'failed', ...typed() });
    const { customerId } = await bench.client.readSignupSession({ sessionId });
    expect(await bench.client.readCustomer({ customerId: customerId ?? 0 })).toMatchObject({
      mobile: details.mobile,
      email: 'jane@vigil.test',
    });
    const { subscriptions } = await bench.client.listCustomerSubscriptions({ customerId: customerId ?? 0 });
    expect(subscriptions).toMatchObject([{ subscriptionTypeId: 5, cancelledAt: null }]);
    expect(Object.fromEntries(await wayBack(path))).toEqual({
      status: 'completed',
      signupSessionId: sessionId,
      customerId: String(customerId),
    });
  });

  test('fails, may be cancelled, and then still be completed', async () => {
    const { path, session, sessionId } = await opened();
    await post('/hosted/signup', { session, ending: 'failed', ...typed() });
    expect((await wayBack(path)).get('error_code')).toBe('payment_failed');
    await post('/hosted/signup', { session, ending: 'cancelled' });
    expect((await wayBack(path)).get('status')).toBe('cancelled');
    expect((await bench.client.readSignupSession({ sessionId })).customerId).toBeNull();
    await post('/hosted/signup', { session, ending: 'completed', ...typed() });
    expect((await wayBack(path)).get('status')).toBe('completed');
  });

  test('shows problems, and creates nobody', async () => {
    const { session, sessionId } = await opened();
    const known = typed();
    await bench.client.createCustomer({ customer: { name: 'A', surname: 'B', mobile: known.mobile } });
    for (const wrong of [{}, { ...typed(), mobile: '123' }, { ...typed(), name: ' ' }, known]) {
      expect((await post('/hosted/signup', { session, ending: 'completed', ...wrong })).status).toBe(400);
    }
    expect((await bench.client.readSignupSession({ sessionId })).customerId).toBeNull();
    expect((await post('/hosted/signup', { session: 'x', ending: 'completed', ...typed() })).status).toBe(
      404,
    );
    expect((await get('/hosted/signup')).status).toBe(404);
  });
});

describe('the SMS inbox', () => {
  const sms = (headers: Record<string, string>) =>
    fetch(`${bench.url}/sms`, {
      method: 'POST',
      body: JSON.stringify({ to: '+27820000000', body: 'Your code is 123456' }),
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('shows what was sent, and gives it to tests by number', async () => {
    expect((await sms({})).status).toBe(202);
    expect(await (await get('/sms')).text()).toContain('Your code is 123456');
    const read = async (to: string) => (await get(`/sandbox/sms?to=${to}`)).json();
    expect(await read('+27820000000')).toMatchObject({ messages: [{ body: 'Your code is 123456' }] });
    expect(await read('%2B27829999999')).toEqual({ messages: [] });
  });

  test('demands the bearer when there is one', async () => {
    bench.sandbox.settings.smsToken = 'inbox';
    expect((await sms({})).status).toBe(401);
    expect((await sms({ authorization: 'Bearer inbox' })).status).toBe(202);
    bench.sandbox.settings.smsToken = undefined;
  });
});
