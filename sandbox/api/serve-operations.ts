// Turns every row of the contract into a route: method, path, bearer, parameters and body come from the table.
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { anyUrl } from '#lib/aura/contract/hosted-url.ts';
import type { Operation } from '#lib/aura/contract/operation.ts';
import { type OperationId, operations } from '#lib/aura/contract/operations.ts';
import { unknownFieldsOf } from '#lib/aura/contract/unknown-fields.ts';
import type { Sandbox } from '../sandbox.ts';
import type { IssuedToken } from '../world.ts';
import { callouts } from './callouts.ts';
import { customers } from './customers.ts';
import { type Handlers, Refusal, type Reply } from './handler.ts';
import { oauth } from './oauth.ts';
import { responseTypes } from './response-types.ts';
import { subscriptions } from './subscriptions.ts';

const handlers: Handlers<OperationId> = {
  ...oauth,
  ...customers,
  ...subscriptions,
  ...callouts,
  ...responseTypes,
};

export const apiPrefix = '/panic-api/v2';

export function serveOperations(sandbox: Sandbox): Hono {
  const api = new Hono();
  for (const [id, row] of routesInOrder()) {
    const work = prepare(sandbox, id, row);
    api.on(row.method, row.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const reply = await replyOf(c, work);
      if (row.method !== 'GET') sandbox.save();
      return c.json(reply.body, reply.status as ContentfulStatusCode);
    });
  }
  return api;
}

/** Fixed paths before those with parameters, so that `/callouts/activeCallouts` is not read as an id. */
function routesInOrder(): [OperationId, Operation][] {
  const parameters = (row: Operation) => row.path.split('{').length;
  const entries = Object.entries(operations) as [OperationId, Operation][];
  return entries.sort(([, one], [, other]) => parameters(one) - parameters(other));
}

async function replyOf(c: Context, work: (c: Context) => Promise<Reply>): Promise<Reply> {
  try {
    return await work(c);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: { message: error.message } };
  }
}

function prepare(sandbox: Sandbox, id: OperationId, row: Operation): (c: Context) => Promise<Reply> {
  const unknownFields = row.body && unknownFieldsOf(row.body);
  const answer = row.answer(anyUrl);
  // Safe because the request is parsed with the schemas of the row that this handler belongs to.
  const handle = handlers[id] as (sandbox: Sandbox, request: unknown, bearer: IssuedToken | null) => Reply;
  return async (c) => {
    const bearer = row.auth === 'none' ? null : requireBearer(sandbox, c.req.header('authorization'));
    const params = row.params ? readParams(row.params, c.req.param()) : {};
    if (bearer?.customerId && (row.auth !== 'callout' || !ownsCall(sandbox, bearer, params))) {
      throw new Refusal(401, 'This token is limited to its own callout flow.');
    }
    const raw = row.body ? await readJson(c) : undefined;
    if (sandbox.world.switches.strictFields === 'on' && unknownFields) {
      const unknown = unknownFields(raw);
      if (unknown.length > 0) throw new Refusal(400, `Unknown field ${unknown.join(', ')}.`);
    }
    const body = row.body?.safeParse(raw);
    if (body && !body.success) throw new Refusal(400, issuesInWords(body.error.issues));
    const reply = handle(sandbox, { params, body: body?.data }, bearer);
    if (reply.status < 300) assertContract(id, answer.safeParse(reply.body).success);
    return reply;
  };
}

// The sandbox is checked against the same contract as the client, on every answer.
function assertContract(id: OperationId, fits: boolean): void {
  if (!fits) throw new Error(`the sandbox's own answer to ${id} does not fit the contract`);
}

function requireBearer(sandbox: Sandbox, header: string | undefined): IssuedToken {
  const token = header?.match(/^Bearer (\S+)$/i)?.[1];
  const issued = token ? sandbox.world.tokens[token] : undefined;
  if (!issued || issued.expiresAt <= sandbox.now())
    throw new Refusal(401, 'Missing, invalid or expired token.');
  return issued;
}

function ownsCall(sandbox: Sandbox, bearer: IssuedToken, params: Record<string, unknown>): boolean {
  if ('calloutId' in params) {
    return sandbox.world.callouts[String(params.calloutId)]?.customerId === bearer.customerId;
  }
  return params.customerId === bearer.customerId;
}

function readParams(
  schema: NonNullable<Operation['params']>,
  texts: Record<string, string>,
): Record<string, unknown> {
  const asText = schema.safeParse(texts);
  if (asText.success) return asText.data;
  const numbered = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Number(text)]));
  const asNumbers = schema.safeParse(numbered);
  if (asNumbers.success) return asNumbers.data;
  throw new Refusal(400, issuesInWords(asNumbers.error.issues));
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

function issuesInWords(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`).join('; ');
}
