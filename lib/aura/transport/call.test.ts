import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patience } from '#lib/testing/patience.ts';
import { createAuraClient } from '../client.ts';
import { AuraError } from '../error.ts';
import type { Fetch } from './attempt.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

type Meeting = { effect: 'hang' | 'reset' | 'html' | 'stalled_body' | 'cut_body' | number; afterMs: number };

const meeting: fc.Arbitrary<Meeting> = fc.record({
  effect: fc.oneof(
    fc.constantFrom(
      'hang' as const,
      'reset' as const,
      'html' as const,
      'stalled_body' as const,
      'cut_body' as const,
    ),
    fc.constantFrom(400, 401, 403, 404, 429, 500, 502, 503),
  ),
  afterMs: fc.integer({ min: 0, max: 3_000 }),
});

const answers = {
  token: { accessToken: 'token', tokenType: 'Bearer', expiresIn: 3_600 },
  customer: { message: '', customer: { id: 7 } },
  callout: { message: '', callout: { id: 9, status: 'created', url: 'https://t.aura.services/' } },
};

function answerTo(url: string): unknown {
  if (url.endsWith('/oauth/token')) return answers.token;
  return url.endsWith('/customers') ? answers.customer : answers.callout;
}

/** A world in which calls meet what was planned for them, one after the other, and then nothing bad any more. */
function worldOf(clock: FakeClock, plan: readonly Meeting[], tokenPlan: readonly Meeting[]) {
  const met: { url: string; effect: Meeting['effect'] | 'ok' }[] = [];
  const left = [...plan];
  const tokenLeft = [...tokenPlan];
  const fetch: Fetch = async (url, init) => {
    const next = (url.endsWith('/oauth/token') ? tokenLeft : left).shift() ?? {
      effect: 'ok' as const,
      afterMs: 0,
    };
    met.push({ url, effect: next.effect });
    await new Promise<void>((resolve, reject) => {
      if (next.effect !== 'hang') clock.after(next.afterMs, resolve);
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
    if (next.effect === 'reset') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    if (next.effect === 'html') return new Response('<html></html>');
    if (next.effect === 'stalled_body') return new Response(new ReadableStream({ start: () => undefined }));
    if (next.effect === 'cut_body')
      return new Response(new ReadableStream({ start: (part) => part.error(new Error()) }));
    const status = typeof next.effect === 'number' ? next.effect : 200;
    return Response.json(answerTo(url), { status });
  };
  return { fetch, met };
}

const calls = {
  unsafe: (client: ReturnType<typeof createAuraClient>, deadlineMs: number) =>
    client.createCustomer({ customer: { name: 'a', surname: 'b', mobile: '+27' } }, { deadlineMs }),
  'returns-existing': (client: ReturnType<typeof createAuraClient>, deadlineMs: number) =>
    client.createCallout(
      { customerId: 7, location: { latitude: 1, longitude: 2 }, responseTypeId: 1 },
      { deadlineMs },
    ),
  read: (client: ReturnType<typeof createAuraClient>, deadlineMs: number) =>
    client.readCallout({ calloutId: 9 }, { deadlineMs }),
};

function clientIn(clock: FakeClock, fetch: Fetch, seed: number) {
  let state = seed;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return (state - 1) / 2_147_483_647;
  };
  return createAuraClient({
    baseUrl: 'https://aura.test',
    clientId: 'i',
    clientSecret: 's',
    fetch,
    clock,
    random,
  });
}

const scenario = fc.record({
  kind: fc.constantFrom('unsafe' as const, 'returns-existing' as const, 'read' as const),
  plan: fc.array(meeting, { maxLength: 12 }),
  tokenPlan: fc.array(meeting, { maxLength: 3 }),
  deadlineMs: fc.integer({ min: 1, max: 8_000 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

const manyRuns = { timeout: patience(60_000) };

describe('a call through any sequence of faults', () => {
  test(
    'ends at its deadline or before, to the millisecond, with an answer or a typed error',
    manyRuns,
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario, async ({ kind, plan, tokenPlan, deadlineMs, seed }) => {
          const clock = fakeClock();
          const startedAt = clock.now();
          const client = clientIn(clock, worldOf(clock, plan, tokenPlan).fetch, seed);
          const { settledAt, result } = await clock.runUntilSettled<unknown>(calls[kind](client, deadlineMs));
          expect(settledAt - startedAt).toBeLessThanOrEqual(deadlineMs);
          if (result.status === 'fulfilled') return;
          expect(result.reason).toBeInstanceOf(AuraError);
          if (result.reason.kind === 'timeout') expect(settledAt - startedAt).toBe(deadlineMs);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('never lets an unsafe call reach the work twice', manyRuns, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ plan, tokenPlan, deadlineMs, seed }) => {
        const clock = fakeClock();
        const { fetch, met } = worldOf(clock, plan, tokenPlan);
        await clock.runUntilSettled<unknown>(calls.unsafe(clientIn(clock, fetch, seed), deadlineMs));
        const sent = met.filter(({ url }) => url.endsWith('/customers'));
        // A 401 comes before the work.
        expect(sent.filter(({ effect }) => effect !== 401).length).toBeLessThanOrEqual(1);
        expect(sent.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  test('says when it fails whether an attempt may have done the work, not only whether the last one did', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ kind, plan, tokenPlan, deadlineMs, seed }) => {
        const clock = fakeClock();
        const { fetch, met } = worldOf(clock, plan, tokenPlan);
        const { result } = await clock.runUntilSettled<unknown>(
          calls[kind](clientIn(clock, fetch, seed), deadlineMs),
        );
        if (result.status === 'fulfilled') return;
        const sent = met.filter(({ url }) => !url.endsWith('/oauth/token'));
        const wasRefused = ({ effect }: (typeof met)[number]) => typeof effect === 'number' && effect < 500;
        if (!sent.every(wasRefused)) expect(result.reason.mayHaveBeenDone).toBe(true);
        // Cut off at the deadline, the last refusal may not have been heard.
        else if (sent.length === 0 || result.reason.kind !== 'timeout')
          expect(result.reason.mayHaveBeenDone).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('repeats a call that returns the existing callout until it has an answer', async () => {
    const clock = fakeClock();
    const plan: Meeting[] = [502, 'reset' as const, 429, 'html' as const].map((effect) => ({
      effect,
      afterMs: 10,
    }));
    const { fetch, met } = worldOf(clock, plan, []);
    const call = calls['returns-existing'](clientIn(clock, fetch, 3), 8_000);
    const { result } = await clock.runUntilSettled(call);
    expect(result).toMatchObject({ status: 'fulfilled', value: { calloutId: 9 } });
    expect(met.map(({ effect }) => effect)).toEqual(['ok', 502, 'reset', 429, 'html', 'ok']);
  });

  test("throws the caller's own reason when the caller gives up", async () => {
    const clock = fakeClock();
    const { fetch } = worldOf(clock, [{ effect: 'hang', afterMs: 0 }], []);
    const caller = new AbortController();
    const client = clientIn(clock, fetch, 1);
    const call = client.readCallout({ calloutId: 9 }, { deadlineMs: 1_000, signal: caller.signal });
    clock.after(20, () => caller.abort(new Error('no longer wanted')));
    const { settledAt, result } = await clock.runUntilSettled(call);
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'no longer wanted' } });
    expect(settledAt).toBe(1_800_000_000_020);
  });
});
