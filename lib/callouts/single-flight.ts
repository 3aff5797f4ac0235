import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { type ActiveList, type CalloutReading, fetchActiveList, fetchReading } from '#lib/callouts/aura.ts';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Single flight: reads of AURA that several callers want at the same time are made once.

/** What AURA answered, null when it did not, and when it was asked: an answer is as old as its question. */
export type Answer<Value> = { at: Date; value: Value | null };

/** A question on its way to AURA, whose answer all who ask meanwhile share. */
type Flight<Value> = { at: Date; answer: Promise<Answer<Value>> };

/** However many want the list, it is asked for no oftener than this. */
const LIST_GAP_MS = 1_000;
/** How long an answer stays for those who asked when it was asked for. */
const KEPT_MS = 2_000;
const NOT_YET = new Date(8.64e15);

/** A reading of one callout that began at `since` or later. */
export function askForCallout(calloutId: number, since: Date): Promise<Answer<CalloutReading | 'missing'>> {
  const flights = processSingleton(
    'callout-flights',
    () => new Map<number, Flight<CalloutReading | 'missing'>>(),
  );
  return singleFlight(flights, calloutId, since, () => fetchReading(calloutId));
}

/** The list of active callouts, asked for at `since` or later. */
export function askForList(since: Date): Promise<Answer<ActiveList>> {
  const flights = processSingleton('list-flights', () => new Map<string, Flight<ActiveList>>());
  const last = processSingleton('list-last', () => ({ at: new Date(0) }));
  return singleFlight(flights, 'list', since, async (flight) => {
    const early = last.at.getTime() + LIST_GAP_MS - now().getTime();
    // Until it is really asked, whoever comes may share it, whatever they heard of.
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
    // It began before what the caller heard of: its answer may be too old, and the next one serves all who wait.
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
  // Who asked at the same time may come to this point only when the answer is there already.
  const forgetSoon = () => void setTimeout(forget, KEPT_MS).unref();
  answer.then(forgetSoon, forget);
  return answer;
}
