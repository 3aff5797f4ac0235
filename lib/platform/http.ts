import 'server-only';
import { type ErrorCode, errorEntry } from '#lib/errors/errors.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { textStream } from '#lib/platform/text-stream.ts';

// Shared by all routes: handler wrapper, problem documents, bounded bodies.

const NO_STORE = { 'cache-control': 'no-store' };
const AS_IT_IS = { 'cache-control': 'no-store, no-transform' };

/** Smaller bodies fit into one packet. */
const WORTH_COMPRESSING_BYTES = 1_024;

/** JSON response. Small ones opt out of compression, which would cost a press more than it saves. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  const cached = text.length < WORTH_COMPRESSING_BYTES ? AS_IT_IS : NO_STORE;
  return new Response(text, {
    status,
    headers: { ...cached, 'content-type': 'application/json', ...headers },
  });
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Maps a defect to 503 or 500 with a request id, without details. */
export function withProblems<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      log.error({ error: describeError(error), requestId: requestIdOf(request) }, 'route failed');
      return problem(request, refuse('server.error'));
    }
  };
}

/** A refusal as application/problem+json (RFC 9457). `more` are extra members, such as a press's state. */
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
  return json(body, status, {
    'content-type': 'application/problem+json',
  });
}

/** Streams JSON lines; the generator is run to its end even when the reader disconnects. */
export function jsonLines(values: AsyncGenerator<unknown>): Response {
  const lines = async function* () {
    for await (const value of values) yield `${JSON.stringify(value)}\n`;
  };
  return new Response(textStream(lines()), {
    headers: {
      'content-type': 'application/x-ndjson',
      // A buffering proxy or compressor would delay the lines.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** A CSV download; the generator is pulled with backpressure. */
export function csvFile(fileName: string, csv: string | AsyncGenerator<string>): Response {
  const isWhole = typeof csv === 'string';
  return new Response(isWhole ? csv : textStream(csv), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      ...NO_STORE,
      ...(isWhole ? { 'content-length': String(Buffer.byteLength(csv)) } : {}),
    },
  });
}

/** A JSON document to keep, streamed. */
export function jsonFile(fileName: string, pieces: AsyncGenerator<string>): Response {
  return new Response(textStream(pieces), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      ...NO_STORE,
    },
  });
}

/** Set by server.ts, and returned as `x-request-id`. */
export function requestIdOf(request: Request): string {
  return request.headers.get('x-vigil-request') ?? 'none';
}

export function bearerIn(request: Request): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** CSRF check by `Sec-Fetch-Site` and `Origin`. */
export function isCrossSite({ headers }: { headers: Headers }): boolean {
  const origin = headers.get('origin');
  if (origin === null) return /^(cross|same)-site$/.test(headers.get('sec-fetch-site') ?? '');
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== headers.get('host') && host !== new URL(env.APP_URL).host;
}

/** A form post without script must get a page; a program gets a problem document. */
export function isNavigation(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false;
}

export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, ...NO_STORE } });
}

async function readText(request: Request, maxBytes: number): Promise<string | null> {
  return (await readBytes(request, maxBytes))?.toString('utf8') ?? null;
}

/** The raw body; null when it is longer than `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer | null> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      void discard(reader);
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Limit of what is still read after a refusal. */
const DISCARDED_BYTES = 64 * 1024 * 1024;

// Drain the body: closing the connection while the client is sending would lose the answer.
async function discard(reader: BodyReader | undefined): Promise<void> {
  try {
    let left = DISCARDED_BYTES;
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      left -= part.value.byteLength;
      if (left <= 0) return await reader?.cancel();
    }
  } catch (error) {
    log.debug({ error: describeError(error) }, 'client disconnected while an oversized body was drained');
  }
}

export type ParsedBody = { kind: 'json'; body: unknown } | { kind: 'form'; body: Record<string, string> };

/** {@link readBody} with a size limit. */
export const bodyUpTo = (maxBytes: number) => (request: Request) => readBody(request, maxBytes);

/** The body's fields; none when it is no object. */
export function fieldsOf({ body }: ParsedBody): object {
  return typeof body === 'object' && body !== null ? body : {};
}

/** A JSON or URL-encoded body; form fields are strings. */
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
