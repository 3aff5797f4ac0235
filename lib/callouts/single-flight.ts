import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { type ActiveList, type CalloutReading, fetchActiveList, fetchReading } from '#lib/callouts/aura.ts';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Single flight: concurrent callers share one read of AURA.

/** AURA's answer (null without one) and when the read began: an answer is as old as its request. */
export type Answer<Value> = { at: Date; value: Value | null };

type Flight<Value> = { at: Date; answer: Promise<Answer<Value>> };

/** Minimum interval between two reads of the list. */
const LIST_GAP_MS = 1_000;
/** TTL of an answer, for callers who asked before the read began. */
const TTL_MS = 2_000;
const NOT_YET = new Date(8.64e15);

/** A read of one callout that began at `since` or later. */
export function requestCallout(calloutId: number, since: Date): Promise<Answer<CalloutReading | 'missing'>> {
  const flights = processSingleton(
    'callout-flights',
    () => new Map<number, Flight<CalloutReading | 'missing'>>(),
  );
  return singleFlight(flights, calloutId, since, () => fetchReading(calloutId));
}

/** A read of the list of active callouts that began at `since` or later. */
export function requestList(since: Date): Promise<Answer<ActiveList>> {
  const flights = processSingleton('list-flights', () => new Map<string, Flight<ActiveList>>());
  const last = processSingleton('list-last', () => ({ at: new Date(0) }));
  return singleFlight(flights, 'list', since, async (flight) => {
    const early = last.at.getTime() + LIST_GAP_MS - now().getTime();
    // Until the request is sent, any caller may share it.
    flight.at = NOT_YET;
    if (early > 0) await wait(Math.min(early, LIST_GAP_MS));
    flight.at = now();
    last.at = flight.at;
    return fetchActiveList();
  });
}

async function singleFlight<Key, Value>(
  flights: Map<Key, Flight<Value>>,
  key: Key,
  since: Date,
  ask: (flight: { at: Date }) => Promise<Value | null>,
): Promise<Answer<Value>> {
  const running = flights.get(key);
  if (running && running.at >= since) return running.answer;
  if (running) {
    // Began before the caller's change: the answer may be stale. All waiting callers share the next read.
    await running.answer.catch(() => undefined);
    if (flights.get(key) === running) flights.delete(key);
    return singleFlight(flights, key, since, ask);
  }
  const begun = { at: now() };
  const answer = ask(begun).then((value) => ({ at: begun.at, value }));
  const flight = {
    get at() {
      return begun.at;
    },
    answer,
  };
  flights.set(key, flight);
  const forget = () => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  // A concurrent caller may get here after the answer has come.
  const forgetSoon = () => void setTimeout(forget, TTL_MS).unref();
  answer.then(forgetSoon, forget);
  return answer;
}
