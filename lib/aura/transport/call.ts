// A whole call: attempts, waits, token and parsing under one deadline.
import type { z } from 'zod';
import type { Operation } from '../contract/operation.ts';
import { closedStatus } from '../contract/operation.ts';
import type { OperationId } from '../contract/operations.ts';
import { AuraError, type AuraErrorKind, describeIssues } from '../error.ts';
import type { AttemptEvent, ClockReading } from '../events.ts';
import { attempt, type Fetch, type Outcome } from './attempt.ts';
import type { Clock } from './clock.ts';
import { type Deadline, DeadlineReached, startDeadline } from './deadline.ts';
import { decideRetry, isTransient, mayHaveDoneWork } from './retry.ts';
import type { TokenCache } from './token-cache.ts';

export type CallOptions = {
  /** Total budget in ms; by default the contract's. */
  deadlineMs?: number;
  signal?: AbortSignal;
  /** For operations with the customer's own bearer. */
  customerToken?: string;
};

/** Parses one kind of answer, and lists its unknown fields. */
export type Reader = { schema: z.ZodType; unknownFields: (body: unknown) => string[] };

/** An operation as the client holds it: schemas built, path resolved. */
export type Route = {
  id: OperationId;
  row: Operation;
  path: string;
  answer: Reader;
  closed: Reader | null;
};

export type Transport = {
  baseUrl: string;
  fetch: Fetch;
  clock: Clock;
  random: () => number;
  tokens: TokenCache;
  onAttempt: (event: AttemptEvent) => void;
  /** Called for every parsed answer. */
  onAnswer: (endpoint: OperationId, unknownFields: readonly string[], output: unknown) => void;
};

export type Prepared = { path: string; body: unknown; customerToken: string | null };

type Progress = {
  attempts: number;
  /** AURA may have done the work in an earlier attempt. */
  mayHaveBeenDone: boolean;
};

/** Runs a call to an answer or an AuraError; the caller's abort is rethrown. */
export async function performCall(
  transport: Transport,
  route: Route,
  request: Prepared,
  options: CallOptions,
): Promise<unknown> {
  const deadline = startDeadline(transport.clock, options.deadlineMs ?? route.row.deadlineMs, options.signal);
  const progress: Progress = { attempts: 0, mayHaveBeenDone: false };
  try {
    return await attemptUntilDone(transport, route, request, deadline, progress);
  } catch (error) {
    // A failed token request says nothing about this call's outcome.
    if (error instanceof AuraError && error.endpoint !== route.id) {
      throw error.asResultOf(progress.mayHaveBeenDone);
    }
    if (!(error instanceof DeadlineReached)) throw error;
    throw new AuraError({
      kind: 'timeout',
      endpoint: route.id,
      status: null,
      attempts: progress.attempts,
      retryable: route.row.replay !== 'unsafe' || progress.attempts === 0,
      mayHaveBeenDone: progress.mayHaveBeenDone,
      detail: 'the deadline was reached',
    });
  } finally {
    deadline.stop();
  }
}

async function attemptUntilDone(
  transport: Transport,
  route: Route,
  request: Prepared,
  deadline: Deadline,
  progress: Progress,
): Promise<unknown> {
  const { auth } = route.row;
  let canRenewToken = takesServerToken(auth);
  for (;;) {
    const bearer = takesServerToken(auth) ? await transport.tokens.current(deadline) : request.customerToken;
    progress.attempts += 1;
    const { mayHaveBeenDone } = progress;
    // Until there is an answer.
    progress.mayHaveBeenDone = true;
    const outcome = await observedAttempt(transport, route, request, bearer, deadline, progress.attempts);
    if (outcome.type === 'parsed') return outcome.output;
    progress.mayHaveBeenDone = mayHaveBeenDone || mayHaveDoneWork(outcome);
    const decision = decideRetry({
      replay: route.row.replay,
      failure: outcome,
      attempts: progress.attempts,
      remainingMs: deadline.remainingMs(),
      canRenewToken,
      random: transport.random(),
    });
    if (!decision.again) throw failureOf(route, outcome, progress);
    if (decision.renewToken && bearer !== null) {
      canRenewToken = false;
      transport.tokens.refuse(bearer);
    }
    if (decision.waitMs > 0) await deadline.wait(decision.waitMs);
  }
}

function takesServerToken(auth: Operation['auth']): boolean {
  return auth === 'server' || auth === 'callout';
}

type Failed = Exclude<Outcome, { type: 'answer' }>;
type Parsed = { type: 'parsed'; status: number; output: unknown };

async function observedAttempt(
  transport: Transport,
  route: Route,
  request: Prepared,
  bearer: string | null,
  deadline: Deadline,
  number: number,
): Promise<Failed | Parsed> {
  const { clock, baseUrl, fetch, onAttempt } = transport;
  const startedAt = clock.now();
  const report = (status: number | null, outcome: AttemptEvent['outcome'], reading: ClockReading | null) =>
    onAttempt({
      type: 'attempt',
      endpoint: route.id,
      attempt: number,
      status,
      durationMs: clock.now() - startedAt,
      outcome,
      clock: reading,
    });
  const exchange = {
    url: baseUrl + request.path,
    method: route.row.method,
    bearer,
    body: request.body,
    format: route.row.format ?? 'json',
    signal: deadline.signal,
  } as const;
  try {
    const { outcome, clock: reading } = await deadline.race(attempt(fetch, exchange, clock));
    const result = outcome.type === 'answer' ? parse(transport, route, outcome) : outcome;
    report('status' in result ? result.status : null, outcomeName(route, result), reading);
    return result;
  } catch (error) {
    if (error instanceof DeadlineReached) report(null, 'timeout', null);
    throw error;
  }
}

function parse(transport: Transport, route: Route, answer: Outcome & { type: 'answer' }): Failed | Parsed {
  const { status, body } = answer;
  const reader = status === closedStatus && route.closed ? route.closed : route.answer;
  const parsed = reader.schema.safeParse(body);
  if (!parsed.success) return { type: 'contract', status, detail: describeIssues(parsed.error) };
  transport.onAnswer(route.id, reader.unknownFields(body), parsed.data);
  return { type: 'parsed', status, output: parsed.data };
}

function outcomeName(route: Route, result: Failed | Parsed): AttemptEvent['outcome'] {
  if (result.type !== 'parsed') return kindOf(result);
  return result.status === closedStatus && route.closed ? 'closed' : 'ok';
}

const kindOfStatus: Readonly<Record<number, AuraErrorKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  429: 'rate_limited',
};

function kindOf(failure: Failed): AuraErrorKind {
  if (failure.type === 'network') return 'network';
  if (failure.type !== 'status') return 'contract';
  return kindOfStatus[failure.status] ?? (failure.status >= 500 ? 'server' : 'invalid_request');
}

function failureOf(route: Route, failure: Failed, { attempts, mayHaveBeenDone }: Progress): AuraError {
  return new AuraError({
    kind: kindOf(failure),
    endpoint: route.id,
    status: failure.type === 'network' ? null : failure.status,
    attempts,
    retryable: route.row.replay !== 'unsafe' && isTransient(failure),
    mayHaveBeenDone,
    detail: failure.type === 'status' ? 'refused' : failure.detail,
    upstreamMessage: failure.type === 'status' ? failure.message : null,
  });
}
