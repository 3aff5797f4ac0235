import 'server-only';
import { findCallout } from '#lib/callouts/records.ts';
import { listUnlinkedPresses } from '#lib/panic/adoption-store.ts';
import { announcingOverdue } from '#lib/panic/announce-overdue.ts';
import {
  auraAheadMs,
  cancelCallout,
  createCallout,
  fetchActiveCallouts,
  findKeptPlace,
} from '#lib/panic/aura.ts';
import { commitPress, commitWithCallout } from '#lib/panic/commit-store.ts';
import type { Commit } from '#lib/panic/core/commit.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import {
  type Answer,
  decide,
  type EffectKind,
  type Next,
  type Placing,
  type Waiting,
} from '#lib/panic/core/next.ts';
import type { LeasedPress, Moment, Press } from '#lib/panic/core/press.ts';
import { shareCall } from '#lib/panic/delivery/share-call.ts';
import { keepBetterFix } from '#lib/panic/fix-store.ts';
import { afterDelivery, chooseHeld, letGo } from '#lib/panic/held-here.ts';
import { changeEntry, forgetEntry, pressesInRequest } from '#lib/panic/journal/journal.ts';
import { moveCallout, moveToLinked, moveToPress } from '#lib/panic/move-callout.ts';
import { insertRecovered } from '#lib/panic/recover-store.ts';
import { keepCallout, linkCallout, listOthers, listOwners } from '#lib/panic/settle-store.ts';
import { claimPress, findPress, insertPress, type NewPress } from '#lib/panic/store.ts';
import { insertWithdrawn, requestWithdrawal } from '#lib/panic/withdraw-store.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { inSpan } from '#lib/platform/trace.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

// Runs the effects of the protocol (core/) and feeds their answers back.

/** The timeout of the database where the protocol can go on without it. */
const DATABASE_BUDGET_MS = 1_000;
/** Time beyond the call to AURA, to write its answer. */
const WRITING_MS = 500;
/** The least deadline for AURA, also when the database used up the budget. */
const LEAST_DEADLINE_MS = 1_500;

type Context = {
  deadlineMs: number;
  startedMs: number;
  /** The press that a request waits for: announced when its delivery takes long, and skipped by the recovery. */
  request: { id: string; personId: string; row?: NewPress } | null;
  /** The journal has the press from here on. */
  isWithoutDatabase: boolean;
};

/** Runs the steps of the protocol until there is a result. */
export async function carryOut<Result>(
  next: Next<Result>,
  deadlineMs: number,
  request: Context['request'] = null,
): Promise<Result> {
  const context = { deadlineMs, startedMs: monotonicMs(), request, isWithoutDatabase: false };
  try {
    let state = next;
    while (state.kind !== 'done') state = await step(state, context);
    return state.result;
  } finally {
    if (request && context.isWithoutDatabase) pressesInRequest().delete(request.id);
  }
}

export function moment(): Moment {
  return {
    at: now(),
    random: Math.random(),
    expiryMinutes: env.PRESS_EXPIRY_MINUTES,
    auraAheadMs: auraAheadMs(),
  };
}

const remainingMs = ({ deadlineMs, startedMs }: Context): number =>
  Math.max(1, deadlineMs - (monotonicMs() - startedMs));

async function follow<Kind extends EffectKind, Result>(
  waiting: Waiting<Kind, Result>,
  context: Context,
  work: (asked: Waiting<Kind, Result>['asked']) => Promise<Answer<Kind>>,
): Promise<Next<Result>> {
  const { asked, onSilence } = waiting;
  const working = () => inSpan(`press.${waiting.kind}`, () => work(asked));
  if (!onSilence) return decide(waiting, await working(), moment());
  try {
    // A call to AURA has its own deadline, and its answer is written after it.
    const limitMs = Math.max(DATABASE_BUDGET_MS, remainingMs(context) + WRITING_MS);
    const isFirst = context.isWithoutDatabase || waiting.kind === 'insert' || waiting.kind === 'commit';
    const answer = await withTimeout(working(), isFirst ? DATABASE_BUDGET_MS : limitMs);
    return decide(waiting, answer, moment());
  } catch (error) {
    log.error({ error: describeError(error), effect: waiting.kind }, 'no answer to a step of a press');
    return onSilence(moment());
  }
}

function step<Result>(
  state: Exclude<Next<Result>, { kind: 'done' }>,
  context: Context,
): Promise<Next<Result>> {
  switch (state.kind) {
    case 'insert':
      return follow(state, context, ({ press, isBegun }) => insert(press, isBegun, context));
    case 'find':
      return follow(state, context, ({ pressId }) => findPress(pressId));
    case 'claim':
      return follow(state, context, ({ pressId }) => claimPress(pressId, context.deadlineMs));
    case 'commit':
      return follow(state, context, (commit) => {
        const requestedAt = commit.change.keepFirst?.withdrawRequestedAt;
        return requestedAt
          ? requestInTime(commit.pressId, commit.personId, requestedAt)
          : commitPress(commit).then(followed(commit));
      });
    case 'settle':
      return follow(state, context, ({ commit, created }) => commitWithCallout(commit, created));
    case 'link':
      return follow(state, context, (asked) => linkCallout(asked).then(nothing));
    case 'keepCallout':
      return follow(state, context, (created) => keepCallout(created).then(nothing));
    case 'others':
      return follow(state, context, listOthers);
    case 'known':
      return follow(state, context, ({ calloutId }) => findCallout(calloutId));
    case 'owners':
      return follow(state, context, ({ calloutIds }) => listOwners(calloutIds));
    case 'better':
      return follow(state, context, ({ pressId, fix }) => keepBetterFix(pressId, fix));
    case 'unlinked':
      return follow(state, context, ({ personId, madeAt }) => listUnlinkedPresses(personId, madeAt));
    case 'recover':
      return follow(state, context, ({ entry, created }) => insertRecovered(entry, created, now()));
    default:
      return stepOutside(state, context);
  }
}

type Outside =
  | 'create'
  | 'keptPlace'
  | 'list'
  | 'cancel'
  | 'entry'
  | 'forget'
  | 'letGo'
  | 'underWay'
  | 'place';

function stepOutside<Result>(
  state: { [Kind in Outside]: Waiting<Kind, Result> }[Outside],
  context: Context,
): Promise<Next<Result>> {
  const { deadlineMs, request } = context;
  switch (state.kind) {
    case 'create':
      return follow(state, context, (asked) => {
        const leastMs = context.isWithoutDatabase ? LEAST_DEADLINE_MS : 1;
        const limitMs = () => Math.max(leastMs, remainingMs(context));
        const asking = () => shareCall(asked, limitMs(), () => createCallout(asked, limitMs()));
        return request ? announcingOverdue(request, asking) : asking();
      });
    case 'keptPlace':
      return follow(state, context, ({ customerId }) => findKeptPlace(customerId, deadlineMs / 2));
    case 'list':
      return follow(state, context, () => fetchActiveCallouts(deadlineMs));
    case 'cancel':
      return follow(state, context, ({ calloutId }) => cancelCallout(calloutId, deadlineMs));
    case 'entry':
      return follow(state, context, (asked) => {
        if (request) pressesInRequest().add(request.id);
        context.isWithoutDatabase = true;
        return changeEntry(asked, moment);
      });
    case 'forget':
      return follow(state, context, ({ pressId, kept }) => forgetEntry(pressId, kept).then(nothing));
    case 'letGo':
      return follow(state, context, async ({ pressId }) => letGo(pressId));
    case 'underWay':
      return follow(state, context, ({ pressId }) => afterDelivery(pressId).then(nothing));
    case 'place':
      return follow(state, context, (placing) => place(placing).then(nothing));
  }
}

const nothing = () => null;

/** A kind of help that was chosen within the grace is this process's too, should the database be away at its end. */
function followed({ pressId, change }: Commit): (press: Press | null) => Press | null {
  return (press) => {
    const responseTypeId = change.set?.responseTypeId ?? null;
    if (press && responseTypeId !== null) chooseHeld(pressId, responseTypeId);
    return press;
  };
}

function insert(press: Press, isBegun: boolean, { request }: Context): Promise<Press | LeasedPress | null> {
  if (press.state === 'withdrawn') return insertWithdrawn(press.id, press.personId, press.receivedAt);
  if (!request?.row) throw new Error('a press arrives by a request only');
  return insertPress(request.row, press, isBegun ? REQUEST_BUDGET_MS : null);
}

/** Aborts at the timeout: a request written later would contradict the answer that the person gets now. */
async function requestInTime(pressId: string, personId: string, at: Date): Promise<Press | null> {
  const waiting = new AbortController();
  try {
    const asking = requestWithdrawal(pressId, personId, at, waiting.signal);
    return await withTimeout(asking, DATABASE_BUDGET_MS);
  } finally {
    waiting.abort();
  }
}

async function place(placing: Placing): Promise<void> {
  switch (placing.kind) {
    case 'settled': {
      const { fix, before, wasFirstAttempt } = placing;
      const { calloutId, place: stands } = placing.callout;
      return moveToPress(fix, { calloutId, place: stands, before, wasFirstAttempt });
    }
    case 'linked':
      return moveToLinked(placing.pressId, placing.callout);
    case 'bettered':
      return moveCallout(placing.calloutId, placing.before, placing.fix);
  }
}
