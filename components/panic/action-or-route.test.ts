import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTION_ALONE_MS, BOTH_WAYS_MS, raceActionAndRoute } from '#components/panic/action-or-route.ts';

const never = () => new Promise<string>(() => undefined);
const answering = (ms: number, answer: string) =>
  new Promise<string>((resolve) => setTimeout(() => resolve(answer), ms));
const failing = (ms: number) =>
  new Promise<string>((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), ms));

let listeners: Set<() => void>;
const onConnectionChange = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

beforeEach(() => {
  vi.useFakeTimers();
  listeners = new Set();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The outcome, and after how long. */
function knock(action: () => Promise<string>, route: () => Promise<string>) {
  const startedAt = Date.now();
  const seen: { answer?: string; failed?: true; tookMs?: number; routeAtMs?: number } = {};
  const counted = () => {
    seen.routeAtMs = Date.now() - startedAt;
    return route();
  };
  const ended = raceActionAndRoute({ action, route: counted, onConnectionChange }).then(
    (answer) => Object.assign(seen, { answer, tookMs: Date.now() - startedAt }),
    () => Object.assign(seen, { failed: true, tookMs: Date.now() - startedAt }),
  );
  return { seen, ended };
}

describe('the action or the route', () => {
  it('does not call the route when the action answers in time', async () => {
    const { seen } = knock(() => answering(ACTION_ALONE_MS - 1, 'action'), never);
    await vi.runAllTimersAsync();
    expect(seen).toEqual({ answer: 'action', tookMs: ACTION_ALONE_MS - 1 });
    expect(listeners.size).toBe(0);
  });

  it('calls the route at once when the action fails', async () => {
    const { seen } = knock(
      () => failing(40),
      () => answering(5, 'route'),
    );
    await vi.runAllTimersAsync();
    expect(seen).toEqual({ answer: 'route', tookMs: 45, routeAtMs: 40 });
  });

  it('calls the route when the action has not answered for three seconds', async () => {
    const { seen } = knock(never, () => answering(5, 'route'));
    await vi.runAllTimersAsync();
    expect(seen).toEqual({ answer: 'route', tookMs: ACTION_ALONE_MS + 5, routeAtMs: ACTION_ALONE_MS });
  });

  it('calls the route as soon as the connection changes', async () => {
    const { seen } = knock(never, () => answering(5, 'route'));
    await vi.advanceTimersByTimeAsync(700);
    for (const changed of listeners) changed();
    await vi.runAllTimersAsync();
    expect(seen).toMatchObject({ answer: 'route', routeAtMs: 700 });
  });

  it('still takes the answer of a slow action', async () => {
    const { seen } = knock(
      () => answering(ACTION_ALONE_MS + 100, 'action'),
      () => failing(10),
    );
    await vi.runAllTimersAsync();
    expect(seen).toMatchObject({ answer: 'action' });
  });

  it('fails at once when both have failed', async () => {
    const { seen } = knock(
      () => failing(10),
      () => failing(20),
    );
    await vi.runAllTimersAsync();
    expect(seen).toEqual({ failed: true, tookMs: 30, routeAtMs: 10 });
  });

  it('always ends in time, calls the route at most once, and stops listening at the end', async () => {
    const way = fc.record({ ms: fc.nat(20_000), kind: fc.constantFrom('answers', 'fails', 'hangs') });
    const make = ({ ms, kind }: { ms: number; kind: string }, name: string) => {
      if (kind === 'hangs') return never();
      return kind === 'fails' ? failing(ms) : answering(ms, name);
    };
    await fc.assert(
      fc.asyncProperty(way, way, async (first, second) => {
        const route = vi.fn(() => make(second, 'route'));
        const { seen, ended } = knock(() => make(first, 'action'), route);
        await vi.runAllTimersAsync();
        await ended;
        expect(seen.tookMs).toBeLessThanOrEqual(BOTH_WAYS_MS);
        expect(route.mock.calls.length).toBeLessThanOrEqual(1);
        expect(listeners.size).toBe(0);
      }),
    );
  });
});
