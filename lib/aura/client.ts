import type { z } from 'zod';
import { allowOnly, type UrlRule } from './contract/hosted-url.ts';
import { expiryOf } from './contract/oauth.ts';
import { fillPath, type InputOf, type Operation, type OutputOf } from './contract/operation.ts';
import { mapOperations, type OperationId, type Operations, rowOf } from './contract/operations.ts';
import { unknownFieldsOf } from './contract/unknown-fields.ts';
import { createDriftCounter, type DriftCounts } from './drift.ts';
import { AuraError, describeIssues } from './error.ts';
import type { AuraEvent } from './events.ts';
import { type Fetch, systemFetch } from './transport/attempt.ts';
import {
  type CallOptions,
  type Prepared,
  performCall,
  type Reader,
  type Route,
  type Transport,
} from './transport/call.ts';
import { type Clock, systemClock } from './transport/clock.ts';
import {
  createTokenCache,
  type StoredToken,
  type TokenLife,
  type TokenStore,
} from './transport/token-cache.ts';

export type AuraClientOptions = {
  /** With the version, such as `https://staging-panic.aura.services/panic-api/v2`. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Shares the server token between instances. */
  tokenStore?: TokenStore;
  /** Receives every attempt and all drift. Its exceptions are counted and never reach a call. */
  observe?: (event: AuraEvent) => void;
  /** Allowed hosts of hosted pages: `host`, `host:port` or `*.host`. */
  trackingHosts?: readonly string[];
  /** Overrides for paths that the contract only assumes. */
  paths?: Partial<Record<OperationId, string>>;
  fetch?: Fetch;
  clock?: Clock;
  /** In [0, 1). */
  random?: () => number;
};

type Calls = {
  [Id in OperationId]: (
    input: InputOf<Operations[Id]>,
    options?: CallOptions,
  ) => Promise<OutputOf<Operations[Id]>>;
};

export type AuraClient = Calls & {
  /** Counts what the contract does not know, by endpoint. */
  drift(): DriftCounts;
  /** Null while no server token is held. */
  tokenLife(): TokenLife | null;
  /** How often `observe` threw. */
  observerFailures(): number;
};

/** A client of AURA's Panic API v2: total deadline per call, retries by replay class, answers or {@link AuraError}. */
export function createAuraClient(options: AuraClientOptions): AuraClient {
  const { clientId, clientSecret } = options;
  const clock = options.clock ?? systemClock;
  const drift = createDriftCounter();
  let observerFailures = 0;

  function emit(event: AuraEvent): void {
    try {
      options.observe?.(event);
    } catch {
      observerFailures += 1;
    }
  }

  const urls = allowOnly(options.trackingHosts ?? ['*.aura.services']);
  // Built on first use: most callers need few operations.
  const routes = new Map<OperationId, Route>();
  function routeTo(id: OperationId): Route {
    const route = routes.get(id) ?? routeOf(id, rowOf(id), urls, options.paths?.[id]);
    routes.set(id, route);
    return route;
  }

  const requestToken = async (): Promise<StoredToken> => {
    const { accessToken, expiresIn } = await calls.createToken({ clientId, clientSecret });
    return { accessToken, expiresAt: expiryOf(expiresIn, clock.now()) };
  };
  const tokens = createTokenCache(clock, requestToken, options.tokenStore);
  const transport: Transport = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    fetch: options.fetch ?? systemFetch,
    clock,
    random: options.random ?? Math.random,
    tokens,
    onAttempt: emit,
    onAnswer: (endpoint, unknownFields, output) => {
      const event = drift.note(endpoint, unknownFields, output);
      if (event) emit(event);
    },
  };

  const calls = asCalls(
    mapOperations((id) => async (input: unknown, callOptions: CallOptions = {}) => {
      const route = routeTo(id);
      return performCall(transport, route, prepare(route, input, callOptions), callOptions);
    }),
  );
  return {
    ...calls,
    drift: drift.counts,
    tokenLife: tokens.life,
    observerFailures: () => observerFailures,
  };
}

function routeOf(id: OperationId, row: Operation, urls: UrlRule, path: string | undefined): Route {
  const closed = row.closed?.(urls) ?? null;
  return {
    id,
    row,
    path: path ?? row.path,
    answer: readerOf(row.answer(urls)),
    closed: closed && readerOf(closed),
  };
}

function readerOf(schema: z.ZodType): Reader {
  return { schema, unknownFields: unknownFieldsOf(schema) };
}

/** Validates input before sending. */
function prepare(route: Route, input: unknown, { customerToken = '' }: CallOptions): Prepared {
  const { params: paramSchema, body: bodySchema, auth } = route.row;
  if (auth === 'customer' && customerToken === '') throw notSent(route, "the customer's own token is needed");
  const params = paramSchema ? checked(route, paramSchema, input) : {};
  const body = bodySchema ? checked(route, bodySchema, input) : undefined;
  const bearer = auth === 'customer' ? customerToken : null;
  return { path: fillPath(route.path, params), body, customerToken: bearer };
}

function notSent(route: Route, why: string): AuraError {
  return new AuraError({
    kind: 'invalid_request',
    endpoint: route.id,
    status: null,
    attempts: 0,
    retryable: false,
    mayHaveBeenDone: false,
    detail: `not sent: ${why}`,
  });
}

function checked<Schema extends z.ZodType>(route: Route, schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw notSent(route, describeIssues(parsed.error));
}

// Safe because each function validates input and answer with the schemas of its id's row.
function asCalls(
  functions: Record<OperationId, (input: unknown, options?: CallOptions) => Promise<unknown>>,
): Calls {
  return functions as Calls;
}
