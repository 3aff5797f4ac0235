import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createAuraClient } from './client.ts';
import { closedStatus } from './contract/operation.ts';
import { operationIds, rowOf } from './contract/operations.ts';
import { AuraError } from './error.ts';
import type { AuraEvent } from './events.ts';
import type { Fetch } from './transport/attempt.ts';
import { jsonLimitBytes, kmlLimitBytes } from './transport/read-body.ts';

// Correct is enough: a busy machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

const token = { accessToken: 'canary-token', expiresIn: 3_600 };

/** A client whose every call but the token's is answered by one response. */
function clientAnswered(answer: () => Response, events: AuraEvent[] = []) {
  const fetch: Fetch = async (url) => (url.endsWith('/oauth/token') ? Response.json(token) : answer());
  return createAuraClient({
    baseUrl: 'https://aura.test/panic-api/v2/',
    clientId: 'canary-id',
    clientSecret: 'canary-secret',
    fetch,
    random: () => 0,
    observe: (event) => events.push(event),
  });
}

const asking = { customerId: 7, location: { latitude: 1, longitude: 2 }, responseTypeId: 1 };
const url = 'https://dispatch.aura.services/?sessionToken=canary-link&calloutId=9';

describe('status 285', () => {
  const nested = { callout: { id: 9, status: 'Closed', incidentInformation: [] } };
  const closable = operationIds.filter((id) => rowOf(id).closed);

  test('is recognized wherever something is written to an open callout', () => {
    expect(closable).toEqual(['updateLocation', 'updateLocationAndRead', 'sendEvent', 'cancelCallout']);
  });

  const writes = (client: ReturnType<typeof clientAnswered>) => [
    client.updateLocation({ calloutId: 9, latitude: 1, longitude: 2 }),
    client.updateLocationAndRead({ calloutId: 9, latitude: 1, longitude: 2 }),
    client.sendEvent({ calloutId: 9, source: 'customer', event: 'x' }),
    client.cancelCallout({ calloutId: 9 }),
  ];

  test('is a typed success that brings the callout', async () => {
    const events: AuraEvent[] = [];
    const results = await Promise.all(
      writes(clientAnswered(() => Response.json(nested, { status: closedStatus }), events)),
    );
    for (const result of results)
      expect(result).toMatchObject({ closed: true, callout: { calloutId: 9, status: 'Closed' } });
    expect(events.filter((event) => event.type === 'attempt' && event.outcome === 'closed')).toHaveLength(4);
  });

  test.each(['{}', '', '{"callout":{"no":"id"}}', '[]', '"closed"'])(
    'still says closed with the body %s',
    async (body) => {
      const results = await Promise.all(
        writes(clientAnswered(() => new Response(body, { status: closedStatus }))),
      );
      for (const result of results) expect(result).toEqual({ closed: true, callout: null });
    },
  );

  test('is not taken for an open callout where 200 is', async () => {
    const open = await Promise.all(
      writes(clientAnswered(() => Response.json({ ...nested, calloutEvent: { id: 1 } }))),
    );
    for (const result of open) expect(result.closed).toBe(false);
  });

  test('is an ordinary success of a read', async () => {
    const client = clientAnswered(() => Response.json(nested, { status: closedStatus }));
    expect(await client.readCallout({ calloutId: 9 })).toMatchObject({ calloutId: 9 });
  });
});

describe('what is sent', () => {
  test.each([Number.NaN, 91, Number.POSITIVE_INFINITY])(
    'refuses the latitude %s before anything is sent',
    async (latitude) => {
      const events: AuraEvent[] = [];
      const client = clientAnswered(() => Response.json({}), events);
      const call = client.createCallout({ ...asking, location: { latitude, longitude: 0 } });
      await expect(call).rejects.toMatchObject({ kind: 'invalid_request', attempts: 0, retryable: false });
      expect(events).toEqual([]);
    },
  );

  test('takes a corrected path for a row whose path is only assumed', async () => {
    const seen: string[] = [];
    const fetch: Fetch = async (at) => {
      seen.push(at);
      return Response.json(at.endsWith('token') ? token : { responseTypes: [] });
    };
    const paths = { listResponseTypes: '/response-types' };
    const client = createAuraClient({
      baseUrl: 'https://a.test/v2',
      clientId: 'i',
      clientSecret: 's',
      fetch,
      paths,
    });
    await client.listResponseTypes({});
    expect(seen).toContain('https://a.test/v2/response-types');
  });
});

describe('a url', () => {
  test.each([
    [undefined, 'missing'],
    ['http://dispatch.aura.services/', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['https://aura.services.evil.test/', 'host_not_allowed'],
  ])('that is %s does not cost the callout its id', async (bad, urlProblem) => {
    const client = clientAnswered(() => Response.json({ callout: { id: 9, status: 'created', url: bad } }));
    expect(await client.createCallout(asking)).toMatchObject({ calloutId: 9, url: null, urlProblem });
  });

  test('is required where the answer is worth nothing without it', async () => {
    const client = clientAnswered(() => Response.json({ sessionId: 's', returnUrl: 'https://evil.test/' }));
    await expect(client.createSignupSession({ returnUrl: 'https://ours.test/' })).rejects.toMatchObject({
      kind: 'contract',
      message: expect.stringContaining('returnUrl: host_not_allowed'),
    });
  });

  test.each([
    [{ image: 'c29tZQ==' }, { url: null, urlProblem: 'missing', image: 'c29tZQ==' }],
    [{ url: 'https://evil.test/' }, { url: null, urlProblem: 'host_not_allowed', image: null }],
    [{ map: { url: 'https://maps.aura.services/1.png' } }, { url: 'https://maps.aura.services/1.png' }],
  ])('is one of two forms of a map: %j', async (body, read) => {
    const client = clientAnswered(() => Response.json(body));
    expect(await client.readMap({ calloutId: 9 })).toMatchObject(read);
  });
});

describe('an answer that is too large', () => {
  const chunk = new Uint8Array(256 * 1024).fill(120);
  function endless() {
    const pulled = { bytes: 0 };
    const stream = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          pulled.bytes += chunk.length;
          controller.enqueue(chunk);
        },
      });
    return { pulled, answer: () => new Response(stream()) };
  }

  test.each([
    ['JSON', jsonLimitBytes, (client: ReturnType<typeof clientAnswered>) => client.listResponseTypes({})],
    [
      'KML',
      kmlLimitBytes,
      (client: ReturnType<typeof clientAnswered>) => client.readCoverage({ responseTypeId: 1 }),
    ],
  ])('is given up at the limit for %s', async (_, limit, call) => {
    const { pulled, answer } = endless();
    await expect(call(clientAnswered(answer))).rejects.toMatchObject({ kind: 'contract', retryable: false });
    expect(pulled.bytes).toBeLessThanOrEqual(limit + 2 * chunk.length);
  });
});

describe('errors', () => {
  test.each([
    [400, 'invalid_request'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
    [422, 'invalid_request'],
    [429, 'rate_limited'],
    [500, 'server'],
    [302, 'contract'],
  ] as const)('gives status %i the kind %s', async (status, kind) => {
    const client = clientAnswered(() => new Response(null, { status }));
    await expect(
      client.createCustomer({ customer: { name: 'a', surname: 'b', mobile: '+27' } }),
    ).rejects.toMatchObject({
      kind,
      status,
      endpoint: 'createCustomer',
      retryable: false,
    });
  });

  test('name the field that is missing', async () => {
    const client = clientAnswered(() => Response.json({ callout: { status: 'created' } }));
    await expect(client.createCallout(asking)).rejects.toThrow(
      'AURA createCallout: contract (status 200, attempts 1): callout.id: is missing',
    );
  });

  test('keep every secret, whatever is answered', async () => {
    const canary = /canary/;
    const answer = fc.oneof(
      fc.tuple(fc.constantFrom(200, 201, 285), fc.json()).map(([status, body]) => ({ status, body })),
      fc.record({ status: fc.integer({ min: 400, max: 599 }), body: fc.string() }),
    );
    await fc.assert(
      fc.asyncProperty(answer, async ({ status, body }) => {
        const events: AuraEvent[] = [];
        const secrets = JSON.stringify({ message: `canary ${body}`, mobile: 'canary-mobile', url });
        const client = clientAnswered(
          () => new Response(status < 300 ? `${secrets}canary${body}` : secrets, { status }),
          events,
        );
        const customer = { name: 'canary-name', surname: 'b', mobile: 'canary-mobile' };
        const calls = await Promise.allSettled([
          client.createCustomer({ customer }),
          client.readCallout({ calloutId: 9 }),
        ]);
        for (const call of calls) {
          expect(call.status).toBe('rejected');
          if (call.status !== 'rejected') continue;
          const { reason } = call;
          expect(reason).toBeInstanceOf(AuraError);
          expect(
            `${reason} ${reason.stack} ${inspect(reason, { depth: 9 })} ${JSON.stringify(reason)}`,
          ).not.toMatch(canary);
        }
        expect(JSON.stringify(events)).not.toMatch(canary);
      }),
      { numRuns: 100 },
    );
  });

  test('expose AURA’s own message on request', async () => {
    const client = clientAnswered(() =>
      Response.json({ message: 'No valid customerId found' }, { status: 400 }),
    );
    const error = await client.readCallout({ calloutId: 9 }).catch((reason: unknown) => reason);
    expect(error instanceof AuraError && error.revealUpstreamMessage()).toBe('No valid customerId found');
  });
});

describe('drift', () => {
  test('is counted for each endpoint and offered to the observer, and refuses nothing', async () => {
    const events: AuraEvent[] = [];
    const body = {
      callout: { id: '9', status: 'Teleported', mood: 1, incidentInformation: [{ responder: 'x' }] },
    };
    const client = clientAnswered(() => Response.json(body), events);
    const read = await client.readCallout({ calloutId: 9 });
    await client.readCallout({ calloutId: 9 });
    expect(read).toMatchObject({
      calloutId: 9,
      status: 'Teleported',
      incidents: [{ dispatch: { responder: 'x' } }],
    });
    expect(client.drift()).toEqual({
      readCallout: {
        'callout.mood': 2,
        'callout.incidentInformation[].responder': 2,
        'status: Teleported': 2,
      },
    });
    expect(events.filter((event) => event.type === 'drift')).toHaveLength(2);
  });

  test('cannot fill the memory with names', async () => {
    let number = 0;
    const client = clientAnswered(() => {
      number += 1;
      return Response.json({ callout: { id: 9, [`key-${number}-${'x'.repeat(500)}`]: 1 } });
    });
    for (let read = 0; read < 300; read += 1) await client.readCallout({ calloutId: 9 });
    const names = Object.keys(client.drift().readCallout ?? {});
    expect(names).toHaveLength(201);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(80);
  });
});

test('an observer that throws is counted and never reaches a call', async () => {
  const client = createAuraClient({
    baseUrl: 'https://a.test',
    clientId: 'i',
    clientSecret: 's',
    fetch: async (at) => Response.json(at.endsWith('token') ? token : { responseTypes: [] }),
    observe: () => {
      throw new Error('broken');
    },
  });
  await expect(client.listResponseTypes({})).resolves.toMatchObject({ responseTypes: [] });
  expect(client.observerFailures()).toBe(2);
});
