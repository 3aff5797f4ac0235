import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { rereadCallouts } from '#lib/callouts/reread-callouts.ts';
import { readStoredCustomers } from '#lib/customers/read-stored-customers.ts';
import { adoptLostCustomer, isAnyAnswerLost } from '#lib/customers/registration/adopt-lost-customer.ts';
import { refreshSubscriptions } from '#lib/customers/subscriptions/refresh-subscriptions.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { ok } from '#lib/errors/result.ts';
import { findStream } from '#lib/following/messages/records.ts';
import { refreshMessages } from '#lib/following/messages/refresh-messages.ts';
import type { SystemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import type { Stage } from '#lib/vocabulary.ts';
import { isOldNews, planFor, retryAfterMs } from '#lib/webhooks/model.ts';
import {
  claimDue,
  type EventRow,
  nextEventMs,
  type Outcome,
  type Problem,
  recordOutcomes,
} from '#lib/webhooks/store.ts';

const BATCH = 500;
const SIDE_BY_SIDE = 4;
/** Left of the budget for the re-reads of callouts, which matter more than words. */
const RESERVE = 10;
/** Budget spent: no try is counted, and it is looked at again soon. */
const PAUSE_MS = 1_000;

/** Customers that are read for one batch: a flood of their events must not hold up those of callouts. */
const CUSTOMERS_A_BATCH = 20;
/** When the others of them are looked at again: two in a second, of the five that AURA bears from all of us. */
const CUSTOMERS_PAUSE_MS = 10_000;

/** What hindered an event; null when it was worked. `aura.reads_spent` and `later` only mean: not now. */
type Failure = ErrorCode | 'defect' | 'later' | null;

/**
 * Works events that are due, many at a time: however many came for one callout, it is re-read once. Gives how many
 * were looked at, and when the next one is due.
 */
export const processWebhookEvents = verb('webhook.process', z.object({}), async (actor) => {
  const events = await claimDue(BATCH);
  if (events.length === 0) return ok({ worked: 0, nextMs: await nextEventMs() });
  const outcomes = await workOut(actor, events);
  const hashes = events.map(({ bodyHash }) => bodyHash);
  await recordOutcomes(outcomes, hashes, now());
  return ok({ worked: events.length, nextMs: 0 });
});

async function workOut(actor: SystemActor, events: readonly EventRow[]): Promise<Outcome[]> {
  const [callouts, customers] = await Promise.all([
    workCallouts(actor, events),
    workCustomers(actor, events),
  ]);
  const talks = await hearTalks(actor, events, callouts);
  return events.map((event) => {
    const plan = planFor(event);
    if (plan.kind === 'callout') {
      const failure = callouts.get(plan.calloutId) ?? null;
      const unheard = plan.isTalk ? (talks.get(plan.calloutId) ?? null) : null;
      return outcomeOf(event, failure ?? unheard, 'unknown_callout');
    }
    if (plan.kind === 'customer') {
      return outcomeOf(event, customers.get(plan.customerId) ?? null, 'unknown_customer');
    }
    const { problem } = plan;
    return { ...claimOf(event), state: 'unknown', attempts: event.attempts + 1, problem, afterMs: null };
  });
}

function outcomeOf(event: EventRow, failure: Failure, stranger: Problem): Outcome {
  const { attempts } = event;
  const claim = claimOf(event);
  if (failure === null)
    return { ...claim, state: 'processed', attempts: attempts + 1, problem: null, afterMs: null };
  if (failure === 'aura.reads_spent' || failure === 'later') {
    const pauseMs = failure === 'later' ? CUSTOMERS_PAUSE_MS : PAUSE_MS;
    const { state, problem } = event;
    return { ...claim, state, attempts, problem, afterMs: pauseMs };
  }
  const problem = problemOf(failure, stranger);
  const afterMs = retryAfterMs(attempts + 1);
  const end = problem === stranger ? 'unknown' : 'failed';
  return {
    ...claim,
    state: afterMs === null ? end : 'waiting',
    attempts: attempts + 1,
    problem,
    afterMs,
  };
}

function claimOf({ id, leaseToken }: EventRow): Pick<Outcome, 'id' | 'leaseToken'> {
  return { id, leaseToken };
}

function problemOf(failure: ErrorCode | 'defect', stranger: Problem): Problem {
  if (failure === 'callout.not_found' || failure === 'customer.not_found') return stranger;
  return failure === 'aura.unavailable' ? 'aura_unavailable' : 'defect';
}

type Wanted = { calloutId: number; since: Date; named: Stage[] };

/** When an event was heard of: a replay asks for what AURA says now. */
function heardAt({ receivedAt, replayedAt }: EventRow): Date {
  return replayedAt ?? receivedAt;
}

async function workCallouts(actor: SystemActor, events: readonly EventRow[]): Promise<Map<number, Failure>> {
  const wanted = new Map<number, Wanted>();
  for (const event of events) {
    const plan = planFor(event);
    if (plan.kind !== 'callout') continue;
    const { calloutId, stage } = plan;
    const other = wanted.get(calloutId);
    const since = heardAt(event);
    wanted.set(calloutId, {
      calloutId,
      since: other && other.since > since ? other.since : since,
      named: [...new Set([...(other?.named ?? []), ...(stage ? [stage] : [])])],
    });
  }
  if (wanted.size === 0) return new Map();
  return orDefect([...wanted.keys()], async () => {
    const reread = await rereadCallouts(actor, { wanted: [...wanted.values()] });
    if (!reread.ok) throw new Error(`events of callouts cannot be worked: ${reread.code}`);
    return new Map<number, Failure>(reread.value);
  });
}

/** Reads what is said on the callouts whose events tell that something was. */
async function hearTalks(
  actor: SystemActor,
  events: readonly EventRow[],
  callouts: ReadonlyMap<number, Failure>,
): Promise<Map<number, Failure>> {
  const talking = new Map<number, Date>();
  for (const event of events) {
    const plan = planFor(event);
    if (plan.kind !== 'callout' || !plan.isTalk || callouts.get(plan.calloutId)) continue;
    const since = heardAt(event);
    const other = talking.get(plan.calloutId);
    talking.set(plan.calloutId, other && other > since ? other : since);
  }
  return workEach(new Set(talking.keys()), async (calloutId) => {
    // In a flood another event had it read already, after this one came.
    const stream = await findStream(calloutId);
    const since = talking.get(calloutId);
    if (stream?.asOf && since && stream.asOf > since) return null;
    if (!(await acquireRateToken({ reserve: RESERVE }))) return 'aura.reads_spent';
    const heard = await refreshMessages(actor, { calloutId });
    return heard.ok ? null : heard.code;
  });
}

async function workCustomers(actor: SystemActor, events: readonly EventRow[]): Promise<Map<number, Failure>> {
  const wanted = new Set<number>();
  for (const event of events) {
    const plan = planFor(event);
    if (plan.kind === 'customer') wanted.add(plan.customerId);
  }
  return orDefect([...wanted], async () => {
    const { strangers, changed } = await sortCustomers(events, wanted);
    const turn = new Set(changed.slice(0, CUSTOMERS_A_BATCH));
    let isAway = false;
    const worked = await workEach(turn, async (customerId) => {
      // AURA limits this read more than any other: what it refuses one it refuses the rest.
      if (isAway) return 'later';
      const refreshed = await refreshSubscriptions(actor, { customerId });
      if (refreshed.ok) return null;
      isAway = refreshed.code === 'aura.unavailable';
      return refreshed.code;
    });
    return new Map<number, Failure>([
      ...(await workStrangers(actor, strangers)),
      ...changed.slice(CUSTOMERS_A_BATCH).map((id): [number, Failure] => [id, 'later']),
      ...worked,
    ]);
  });
}

/** Customers whom nobody here has: one may be of a registration whose answer was lost. */
async function workStrangers(actor: SystemActor, strangers: readonly number[]): Promise<[number, Failure][]> {
  const isOneMissed = strangers.length > 0 && (await isAnyAnswerLost());
  if (!isOneMissed) return strangers.map((id) => [id, 'customer.not_found']);
  const worked = await workEach(new Set(strangers.slice(0, CUSTOMERS_A_BATCH)), async (customerId) => {
    const taken = await adoptLostCustomer(actor, { customerId });
    return taken.ok ? null : taken.code;
  });
  return [...worked, ...strangers.slice(CUSTOMERS_A_BATCH).map((id): [number, Failure] => [id, 'later'])];
}

/** Who of these customers is none of ours, and of whom an event may tell something that we do not have. */
async function sortCustomers(
  events: readonly EventRow[],
  wanted: ReadonlySet<number>,
): Promise<{ strangers: number[]; changed: number[] }> {
  const kept = await readStoredCustomers([...wanted]);
  const changed = new Set<number>();
  for (const event of events) {
    const plan = planFor(event);
    const known = plan.kind === 'customer' && kept.get(plan.customerId);
    if (!known) continue;
    const { isBirth, customerId } = plan;
    const isReplayed = event.replayedAt !== null;
    if (!isOldNews({ heardAt: heardAt(event), isBirth, isReplayed }, known)) changed.add(customerId);
  }
  return { strangers: [...wanted].filter((id) => !kept.has(id)), changed: [...changed] };
}

async function workEach(
  ids: ReadonlySet<number>,
  work: (id: number) => Promise<Failure>,
): Promise<Map<number, Failure>> {
  const outcomes = await mapConcurrent([...ids], SIDE_BY_SIDE, (id) =>
    orDefect([id], async () => new Map([[id, await work(id)]])),
  );
  return new Map(outcomes.flatMap((outcome) => [...outcome]));
}

// A defect in one kind of event must neither stop the others nor lose its own: those are tried again.
async function orDefect(
  ids: readonly number[],
  work: () => Promise<Map<number, Failure>>,
): Promise<Map<number, Failure>> {
  try {
    return await work();
  } catch (error) {
    log.error({ error: describeError(error) }, 'webhook events could not be worked');
    return new Map(ids.map((id) => [id, 'defect']));
  }
}
