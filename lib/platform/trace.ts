import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Where time went, as spans of a trace (decision 0040). Not server-only: server.ts traces requests before Next has them.
// Nothing here needs the library that sends spans: without it all of this runs the work and no more. Names and attributes
// come from closed sets, beside ids of ours: a span tells of no person, place or secret.

type Attributes = Readonly<Record<string, string | number>>;

/** A part of the work that has ended. */
export type Span = {
  name: string;
  kind: 'server' | 'client' | 'internal';
  traceId: string;
  spanId: string;
  /** Null: the first of its trace. */
  parentId: string | null;
  /** By this machine's clock, since 1970. */
  startedMs: number;
  endedMs: number;
  isFailed: boolean;
  attributes: Attributes;
};

type Recorder = (span: Span) => void;
type Named = Pick<Span, 'name' | 'kind' | 'startedMs' | 'isFailed' | 'attributes'>;

/** Where the work that runs stands in its trace. */
export type Scope = {
  traceId: string;
  readonly spanId: string;
  parentId: string | null;
  /** A request whose body has not been read: it may turn out to be of a press. */
  isUndecided: boolean;
};

const state = () =>
  processSingleton('traces', () => ({
    record: null as Recorder | null,
    scopes: new AsyncLocalStorage<Scope>(),
  }));

/** From now on spans go there; null ends it. */
export function recordSpansBy(record: Recorder | null): void {
  state().record = record;
}

export function isTracing(): boolean {
  return state().record !== null;
}

/** Finer than `Date`, and unlike a monotonic time the same for all processes of a machine. */
export function spanClockMs(): number {
  return performance.timeOrigin + performance.now();
}

/** The beginning of every trace of a press, by its id: app and worker come to the same one, and no row has to carry it. */
function rootOf(pressId: string): { traceId: string; spanId: string } {
  const hash = createHash('sha256').update(`trace of press ${pressId}`).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

export function requestScope(): Scope {
  return { traceId: newId(16), spanId: newId(8), parentId: null, isUndecided: true };
}

export function withScope<Result>(scope: Scope, work: () => Result): Result {
  return state().scopes.run(scope, work);
}

/** Work of a press, whoever does it: a request that comes to it becomes part of the trace of the press. */
export function inPressSpan<Result>(
  pressId: string,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!isTracing()) return work();
  const root = rootOf(pressId);
  const around = state().scopes.getStore();
  if (around?.isUndecided) {
    around.isUndecided = false;
    around.traceId = root.traceId;
    around.parentId = root.spanId;
  }
  const parent = around?.traceId === root.traceId ? around : root;
  return timed(parent, name, { 'vigil.press.id': pressId }, work);
}

/** The first span of a press's trace, by the process that took the press. */
export function notePress(pressId: string, startedMs: number, attributes: Attributes): void {
  const own = { ...rootOf(pressId), parentId: null };
  const named = { 'vigil.press.id': pressId, ...attributes };
  record(own, { name: 'press', kind: 'internal', startedMs, isFailed: false, attributes: named });
}

/** A part of what runs; of nothing that is traced, it is no span. */
export function inSpan<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const around = isTracing() ? state().scopes.getStore() : undefined;
  return around ? timed(around, name, {}, work) : work();
}

/** A part that has just ended. */
export function noteSpan(span: Named): void {
  const around = isTracing() ? state().scopes.getStore() : undefined;
  if (around) record(childOf(around), span);
}

export function noteScope({ traceId, spanId, parentId }: Scope, span: Named): void {
  record({ traceId, spanId, parentId }, span);
}

type Place = Pick<Span, 'traceId' | 'spanId' | 'parentId'>;

function childOf({ traceId, spanId }: Pick<Scope, 'traceId' | 'spanId'>): Place {
  return { traceId, spanId: newId(8), parentId: spanId };
}

async function timed<Result>(
  parent: Pick<Scope, 'traceId' | 'spanId'>,
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const own = childOf(parent);
  const startedMs = spanClockMs();
  let isFailed = true;
  try {
    const result = await withScope({ ...own, isUndecided: false }, work);
    isFailed = false;
    return result;
  } finally {
    record(own, { name, kind: 'internal', startedMs, isFailed, attributes });
  }
}

// Never in the way of the work that it tells of.
function record(place: Place, span: Named): void {
  try {
    state().record?.({ ...place, ...span, endedMs: spanClockMs() });
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a span was lost');
  }
}

function newId(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
