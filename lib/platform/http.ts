import 'server-only';
import { env } from '#lib/platform/env.ts';
import { type ErrorCode, errorEntry } from '#lib/platform/errors.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/platform/result.ts';

// What every route shares: one wrapper around the handler, problem documents, and bodies of bounded size.

const NO_STORE = { 'cache-control': 'no-store' };

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: NO_STORE });
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Turns a defect into an honest 503 or 500 with a request id; says nothing of what broke. */
export function route<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      log.error({ error: describeError(error), requestId: requestIdOf(request) }, 'route failed');
      return problem(request, refuse('server.error'));
    }
  };
}

/** A refusal as application/problem+json (RFC 9457). `more` are members for programs, such as a press's state. */
export function problem(request: Request, refusal: Refusal, more: Record<string, unknown> = {}): Response {
  const { status, title, detail } = errorEntry(refusal.code);
  const body = {
    code: refusal.code,
    title,
    detail,
    status,
    requestId: requestIdOf(request),
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...more,
  };
  return Response.json(body, {
    status,
    headers: {
      ...NO_STORE,
      'content-type': 'application/problem+json',
      // What is left of the body is not read, so nothing else can be sent on this connection.
      ...(refusal.code === 'request.too_large' ? { connection: 'close' } : {}),
    },
  });
}

export function answer<Value>(request: Request, result: Result<Value>): Response {
  return result.ok ? json(result.value) : problem(request, result);
}

/** Given to each request by server.ts, and on the answer as `x-request-id`. */
export function requestIdOf(request: Request): string {
  return request.headers.get('x-vigil-request') ?? 'none';
}

/** Browsers say where a request comes from; another site may not act with a person's cookies. */
export function isCrossSite(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'cross-site';
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== request.headers.get('host') && host !== new URL(env.APP_URL).host;
}

/** The body as text, read no further than `maxBytes`. */
async function readText(request: Request, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

type ParsedBody = { kind: 'json'; body: unknown } | { kind: 'form'; body: Record<string, string> };

/** A JSON or URL-encoded form body; a form's fields come as strings. */
export async function readBody(request: Request, maxBytes: number): Promise<Result<ParsedBody, ErrorCode>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') {
    return refuse('request.unsupported_type');
  }
  const text = await readText(request, maxBytes);
  if (text === null) return refuse('request.too_large');
  if (type !== 'application/json') {
    return ok({ kind: 'form', body: Object.fromEntries(new URLSearchParams(text)) });
  }
  try {
    return ok({ kind: 'json', body: JSON.parse(text) });
  } catch {
    return refuse('input.invalid', { body: 'This is not JSON' });
  }
}
