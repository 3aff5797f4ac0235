// The shape of one row of the contract: all that client, sandbox, conformance and docs know about an operation.
import type { z } from 'zod';
import type { UrlRule } from './hosted-url.ts';

/** G2 AURA's current documentation · G1 its older pages · 3P public code that calls it · INF our inference. */
export type Evidence = 'G2' | 'G1' | '3P' | 'INF';

/** What repeating a call does. Only `unsafe` calls may do harm when they are repeated. */
export type Replay = 'read' | 'replace' | 'returns-existing' | 'unsafe';

/**
 * The bearer an operation takes. `callout`: the server's and, for its own customer, a callout-scoped one. `customer`:
 * the customer's own, which the caller brings.
 */
export type Auth = 'none' | 'server' | 'callout' | 'customer';

/** AURA's own status for "this callout is closed". It lies in the 2xx range and is no ordinary success. */
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
  /** The answer to status 285, where the operation knows it. */
  closed?: (urls: UrlRule) => Closed;
  format?: 'json' | 'kml';
  replay: Replay;
  /** The total budget when the caller names none. */
  deadlineMs: number;
  /** Failure statuses that are named for this operation; 401, 429 and 5xx can always come. */
  refusals: readonly number[];
  /** How sure we are of path and bodies, where it is written, and what to look at first on staging. */
  evidence: { path: Evidence; bodies: Evidence; source: string; verify?: string };
};

/** Keeps the exact types of a row's schemas while it is checked against {@link Operation}. */
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

/** What a caller hands over: path parameters and body in one object. */
export type InputOf<Row> =
  Row extends Operation<infer Params, infer Body, z.ZodType, z.ZodType | null>
    ? Part<Params, 'input'> & Part<Body, 'input'>
    : never;

/** What a caller gets back. */
export type OutputOf<Row> =
  Row extends Operation<z.ZodObject | null, z.ZodType | null, infer Answer, infer Closed>
    ? z.output<Answer> | (Closed extends z.ZodType ? z.output<Closed> : never)
    : never;

/** What a server reads from a request to this operation. */
export type RequestOf<Row> =
  Row extends Operation<infer Params, infer Body, z.ZodType, z.ZodType | null>
    ? { params: Part<Params, 'output'>; body: Part<Body, 'output'> }
    : never;

/** Puts path parameters into a path template. */
export function fillPath(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}
