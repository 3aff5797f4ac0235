import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RunningSandbox, startSandbox } from './server.ts';
import { emptyWorld } from './world.ts';

// Correct is enough: a busy machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

let running: RunningSandbox;
let token: string;

beforeAll(async () => {
  const settings = {
    port: 0,
    clientId: 'id',
    clientSecret: 'secret',
    dataFile: undefined,
    smsToken: undefined,
  };
  running = await startSandbox(settings);
});
afterAll(() => running.close());

beforeEach(async () => {
  running.sandbox.world = emptyWorld();
  token = (await call('POST', '/oauth/token', { clientId: 'id', clientSecret: 'secret' })).body.accessToken;
});

type Answer = {
  status: number;
  body: { accessToken: string; customer: { id: number }; callout: { id: number } };
};

async function call(method: string, path: string, body?: unknown, bearer = token): Promise<Answer> {
  const response = await fetch(`${running.url}/panic-api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const year = { validFrom: '2020-01-01T00:00:00Z', validTo: '2120-01-01T00:00:00Z' };

async function customerWith(mobile: string): Promise<number> {
  const customer = { name: 'Jane', surname: 'Doe', mobile };
  const made = await call('POST', '/customers', {
    customer,
    subscription: { subscriptionTypeId: 4, ...year },
  });
  return made.body.customer.id;
}

const asking = { location: { latitude: 1, longitude: 2 }, responseTypeId: 1 };

describe('bearers', () => {
  test.each(['', 'nonsense'])('refuses the bearer "%s"', async (bearer) => {
    expect(await call('GET', '/responseTypes', undefined, bearer)).toMatchObject({ status: 401 });
  });

  test('refuses a token that has ended', async () => {
    running.sandbox.world.clockOffsetMs += 3_600_000;
    expect((await call('GET', '/responseTypes')).status).toBe(401);
  });

  test('refuses wrong credentials', async () => {
    const wrong = await call('POST', '/oauth/token', { clientId: 'id', clientSecret: 'guess' });
    expect(wrong).toMatchObject({ status: 401, body: { message: expect.any(String) } });
  });

  test('keeps a callout-scoped token to the callouts of its own customer', async () => {
    const [own, other] = [await customerWith('+27820000001'), await customerWith('+27820000002')];
    const scoped = (await call('POST', '/oauth/calloutToken', { customerId: own })).body.accessToken;
    expect((await call('POST', `/customers/${own}/callouts`, asking, scoped)).status).toBe(201);
    expect((await call('POST', `/customers/${other}/callouts`, asking, scoped)).status).toBe(401);
    expect((await call('GET', `/customers/${own}`, undefined, scoped)).status).toBe(401);
    expect((await call('POST', '/callouts', { ...asking, customerId: other }, scoped)).status).toBe(401);
  });
});

describe('refusals', () => {
  test('does not know other routes', async () => {
    expect(await call('GET', '/nothing')).toMatchObject({ status: 404, body: { message: 'Not found.' } });
  });

  test('answers 400 to an unknown external reference', async () => {
    expect((await call('POST', '/predefinedLocations/externalRef/x/callouts', {})).status).toBe(400);
  });

  test.each([
    ['a latitude outside the globe', { ...asking, location: { latitude: 91, longitude: 0 } }],
    ['no location', { responseTypeId: 1 }],
    ['an unknown response type', { ...asking, responseTypeId: 99 }],
  ])('refuses %s', async (_, body) => {
    const customerId = await customerWith('+27820000003');
    expect(await call('POST', `/customers/${customerId}/callouts`, body)).toMatchObject({ status: 400 });
  });

  test('refuses an id that is none, and a body that is not JSON', async () => {
    expect((await call('GET', '/callouts/abc')).status).toBe(400);
    const broken = await fetch(`${running.url}/panic-api/v2/oauth/token`, { method: 'POST', body: '{' });
    expect(broken.status).toBe(400);
  });

  test('does not take a blank mobile', async () => {
    const customer = { name: 'Jane', surname: 'Doe', mobile: ' ' };
    expect((await call('POST', '/customers', { customer })).status).toBe(400);
  });
});

describe('rules', () => {
  test('limits reads of subscriptions to 50 in ten seconds of its own clock', async () => {
    const customerId = await customerWith('+27820000004');
    const read = () => call('GET', `/customers/${customerId}/subscriptions`);
    const statuses = await Promise.all(Array.from({ length: 51 }, async () => (await read()).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    running.sandbox.world.clockOffsetMs += 10_001;
    expect((await read()).status).toBe(200);
  });

  test('lets a subscription lapse with time, and refuses callouts then', async () => {
    const customerId = await customerWith('+27820000005');
    running.sandbox.world.clockOffsetMs = Date.parse('2121-01-01T00:00:00Z') - Date.now();
    token = (await call('POST', '/oauth/token', { clientId: 'id', clientSecret: 'secret' })).body.accessToken;
    expect((await call('POST', `/customers/${customerId}/callouts`, asking)).status).toBe(403);
  });

  test('counts a dependant as entitled', async () => {
    const main = await customerWith('+27820000006');
    const customer = { name: 'Kid', surname: 'Doe', mobile: '+27820000007' };
    const [subscription] = Object.values(running.sandbox.world.subscriptions);
    const made = await call('POST', '/customers', { customer, subscriptionId: subscription?.id });
    const dependant = made.body.customer.id;
    expect(dependant).not.toBe(main);
    expect((await call('POST', `/customers/${dependant}/callouts`, asking)).status).toBe(201);
  });

  test('has neither map nor report before the close', async () => {
    const customerId = await customerWith('+27820000008');
    const made = await call('POST', `/customers/${customerId}/callouts`, asking);
    const { id } = made.body.callout;
    expect((await call('GET', `/callouts/${id}/maps`)).status).toBe(404);
    expect((await call('GET', `/callouts/${id}/resolutionReport`)).status).toBe(404);
  });

  test('answers 285 with the callout to a position after the close', async () => {
    const customerId = await customerWith('+27820000009');
    const made = await call('POST', `/customers/${customerId}/callouts`, asking);
    const { id } = made.body.callout;
    for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) {
      const taken = await fetch(`${running.url}/sandbox/callouts/${id}/step`, {
        method: 'POST',
        body: JSON.stringify({ step }),
      });
      expect(taken.status).toBe(200);
    }
    const moved = await call('POST', `/callouts/${id}/location`, { latitude: 3, longitude: 4 });
    expect(moved).toMatchObject({
      status: 285,
      body: { callout: { id, status: 'Sandbox: Callout Closed' } },
    });
    expect(running.sandbox.world.callouts[id]?.trail).toHaveLength(1);
  });
});
