// Builds a route for every operation of the contract: method, path, auth, parameters and body come from the
// table.
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { anyUrl } from '#lib/aura/contract/hosted-url.ts';
import { closedStatus, type Operation } from '#lib/aura/contract/operation.ts';
import { type OperationId, operationIds, rowOf } from '#lib/aura/contract/operations.ts';
import { unknownFieldsOf } from '#lib/aura/contract/unknown-fields.ts';
import { chooseFault } from '../control/faults.ts';
import { shaped } from '../control/shapes.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { IssuedToken } from '../world.ts';
import type { Reply } from './handler.ts';
import { handlers } from './handlers.ts';
import { type Bindings, misbehave } from './misbehave.ts';

export const apiPrefix = '/panic-api/v2';

export function serveOperations(sandbox: Sandbox): Hono<Bindings> {
  const api = new Hono<Bindings>();
  for (const id of idsInOrder()) {
    const row = rowOf(id);
    const work = prepare(sandbox, id, row);
    api.on(row.method, row.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answer(sandbox, id, c, work));
  }
  return api;
}

/** Static paths before parameters, so that `/callouts/activeCallouts` is not parsed as an id. */
function idsInOrder(): OperationId[] {
  const parameters = (id: OperationId) => rowOf(id).path.split('{').length;
  return [...operationIds].sort((one, other) => parameters(one) - parameters(other));
}

type Work = (c: Context<Bindings>) => Promise<Reply>;

/** One call: matching fault, handler, log. */
async function answer(
  sandbox: Sandbox,
  id: OperationId,
  c: Context<Bindings>,
  work: Work,
): Promise<Response> {
  const startedAt = performance.now();
  const fault = chooseFault(sandbox.world.faults, id, sandbox.random);
  const doWork = () => respond(sandbox, id, c, work);
  const response = fault ? await misbehave({ c, fault, work: doWork }) : await doWork();
  sandbox.requests.add({
    at: sandbox.nowText(),
    operation: id,
    path: c.req.path,
    status: fault && c.env.outgoing.headersSent ? null : response.status,
    durationMs: Math.round(performance.now() - startedAt),
    fault: fault?.effect ?? null,
  });
  return response;
}

async function respond(
  sandbox: Sandbox,
  id: OperationId,
  c: Context<Bindings>,
  work: Work,
): Promise<Response> {
  const reply = await replyOf(c, work);
  if (c.req.method !== 'GET') await sandbox.saved();
  // Safe because Hono sends any status; its type merely does not list AURA's own.
  const status = reply.status as ContentfulStatusCode;
  if (status === 429 || status === 503) addRetryAfter(sandbox, c);
  if (reply.status === 204) return c.body(null, 204);
  const isKml = rowOf(id).format === 'kml' && typeof reply.body === 'string';
  if (isKml)
    return c.body(String(reply.body), status, { 'content-type': 'application/vnd.google-earth.kml+xml' });
  return c.json(reply.body, status);
}

function addRetryAfter(sandbox: Sandbox, c: Context): void {
  if (sandbox.world.switches.retryAfter === 'present') c.header('retry-after', '1');
}

async function replyOf(c: Context<Bindings>, work: Work): Promise<Reply> {
  try {
    return await work(c);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: { message: error.message } };
  }
}

function prepare(sandbox: Sandbox, id: OperationId, row: Operation): Work {
  const unknownFields = row.body && unknownFieldsOf(row.body);
  const handle = handlerOf(id);
  const fits = contractCheck(row);
  return async (c) => {
    const bearer = row.auth === 'none' ? null : requireBearer(sandbox, c.req.header('authorization'));
    const isOffItsFlow = bearer?.isOwn ? row.auth === 'server' : row.auth !== 'callout';
    if (bearer?.customerId && isOffItsFlow) throw offItsFlow();
    const params = row.params ? readParams(row.params, c.req.param()) : {};
    const raw = row.body ? await readJson(c) : {};
    if (sandbox.world.switches.strictFields === 'on' && unknownFields) {
      const unknown = unknownFields(raw);
      if (unknown.length > 0) throw new Refusal(400, `Unknown field ${unknown.join(', ')}.`);
    }
    const body = row.body?.safeParse(raw);
    if (body && !body.success) throw new Refusal(400, issuesInWords(body.error.issues));
    if (bearer?.customerId && !ownsCall(sandbox, bearer.customerId, { ...raw, ...params }))
      throw offItsFlow();
    const made = handle(sandbox, { params, body: body?.data }, bearer);
    const reply = asSwitched(sandbox, id, row, made);
    if (!fits(reply)) throw new Error(`the sandbox's own answer to ${id} does not fit the contract`);
    return reply;
  };
}

// Safe because the request is parsed with the schemas of the row that the handler belongs to.
function handlerOf(id: OperationId) {
  return handlers[id] as (sandbox: Sandbox, request: unknown, bearer: IssuedToken | null) => Reply;
}

/** A success body in the switched form: bare, in its envelope, or empty. */
function asSwitched(sandbox: Sandbox, id: OperationId, row: Operation, { status, body }: Reply): Reply {
  const { switches } = sandbox.world;
  if (status >= 300 || status === closedStatus) return { status, body };
  const confirmsOnly = row.method !== 'GET' && row.answer(anyUrl).safeParse({}).success;
  if (switches.emptyAnswers === '204' && confirmsOnly) return { status: 204, body: {} };
  return { status, body: shaped(switches, id, body) };
}

/** Validates every answer against the same contract as the client. */
function contractCheck(row: Operation): (reply: Reply) => boolean {
  const ordinary = row.answer(anyUrl);
  const closed = row.closed?.(anyUrl) ?? ordinary;
  return ({ status, body }) =>
    status >= 300 || (status === closedStatus ? closed : ordinary).safeParse(body).success;
}

function requireBearer(sandbox: Sandbox, header: string | undefined): IssuedToken {
  const token = header?.match(/^Bearer (\S+)$/i)?.[1];
  const issued = token ? sandbox.world.tokens[token] : undefined;
  if (!issued || issued.expiresAt <= sandbox.now())
    throw new Refusal(401, 'Missing, invalid or expired token.');
  return issued;
}

const offItsFlow = () => new Refusal(401, 'This token is limited to its own callout flow.');

function ownsCall(sandbox: Sandbox, customerId: number, call: Record<string, unknown>): boolean {
  if ('calloutId' in call) return sandbox.world.callouts[String(call.calloutId)]?.customerId === customerId;
  return call.customerId === undefined || call.customerId === customerId;
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

async function readJson(c: Context): Promise<Record<string, unknown>> {
  const parsed: unknown = await c.req.json().catch(() => null);
  if (typeof parsed !== 'object' || parsed === null) throw new Refusal(400, 'The body is not a JSON object.');
  return { ...parsed };
}

function issuesInWords(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`).join('; ');
}
