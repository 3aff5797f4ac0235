// The shape of a contract row: all that client, sandbox, conformance and docs know about an operation.
import type { z } from 'zod';
import type { UrlRule } from './hosted-url.ts';

/** G2 AURA's current documentation · G1 its older pages · 3P public code that calls it · INF our inference. */
export type Evidence = 'G2' | 'G1' | '3P' | 'INF';

/** Retry semantics. Only `unsafe` calls may do harm when repeated. */
export type Replay = 'read' | 'replace' | 'returns-existing' | 'unsafe';

/** `callout`: the server's bearer or a callout-scoped customer's; `customer`: the customer's own, from the caller. */
export type Auth = 'none' | 'server' | 'callout' | 'customer';

/** AURA's status for "this callout is closed": 2xx, but not an ordinary success. */
export const closedStatus = 285;

export type Operation<
  Params extends z.ZodObject | null = z.ZodObject | null,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType = z.ZodType,
  Closed extends z.ZodType | null = z.ZodType | null,
> = {
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, with `{name}` for a path parameter. */
  path: string;
  auth: Auth;
  params: Params;
  body: Body;
  answer: (urls: UrlRule) => Answer;
  /** The answer to status 285. */
  closed?: (urls: UrlRule) => Closed;
  format?: 'json' | 'kml';
  replay: Replay;
  /** Default total budget. */
  deadlineMs: number;
  /** Failure statuses of this operation, besides 401, 429 and 5xx. */
  refusals: readonly number[];
  /** Confidence in path and bodies, their source, and what to verify first on staging. */
  evidence: { path: Evidence; bodies: Evidence; source: string; verify?: string };
};

/** Keeps a row's exact types while checking it against {@link Operation}. */
export function operation<
  Params extends z.ZodObject | null,
  Body extends z.ZodType | null,
  Answer extends z.ZodType,
  Closed extends z.ZodType | null = null,
>(row: Operation<Params, Body, Answer, Closed>): Operation<Params, Body, Answer, Closed> {
  return row;
}

type Part<Schema, Side extends 'input' | 'output'> = Schema extends z.ZodType
  ? Side extends 'input'
    ? z.input<Schema>
    : z.output<Schema>
  : unknown;

/** Path parameters and body in one object. */
export type InputOf<Row> =
  Row extends Operation<infer Params, infer Body, z.ZodType, z.ZodType | null>
    ? Part<Params, 'input'> & Part<Body, 'input'>
    : never;

export type OutputOf<Row> =
  Row extends Operation<z.ZodObject | null, z.ZodType | null, infer Answer, infer Closed>
    ? z.output<Answer> | (Closed extends z.ZodType ? z.output<Closed> : never)
    : never;

/** A request as the sandbox parses it. */
export type RequestOf<Row> =
  Row extends Operation<infer Params, infer Body, z.ZodType, z.ZodType | null>
    ? { params: Part<Params, 'output'>; body: Part<Body, 'output'> }
    : never;

export function fillPath(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}
