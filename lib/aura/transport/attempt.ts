// One HTTP exchange and its meaning. Throws only on deadline and abort.
import type { ClockReading } from '../events.ts';
import type { Clock } from './clock.ts';
import { BodyTooLarge, discardBody, jsonLimitBytes, kmlLimitBytes, readBody } from './read-body.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Looked up on use, so that tests can replace it. */
export const systemFetch: Fetch = (url, init) => fetch(url, init);

export type Exchange = {
  url: string;
  method: string;
  bearer: string | null;
  body: unknown;
  format: 'json' | 'kml';
  signal: AbortSignal;
};

export type Outcome =
  | { type: 'answer'; status: number; body: unknown }
  | { type: 'status'; status: number; retryAfterMs: number | null; message: string | null }
  | { type: 'network'; detail: string }
  | { type: 'unreadable'; status: number; detail: string }
  | { type: 'contract'; status: number; detail: string };

export type Attempted = { outcome: Outcome; clock: ClockReading | null };

export async function attempt(fetch: Fetch, exchange: Exchange, clock: Clock): Promise<Attempted> {
  const sentAtMs = clock.now();
  let response: Response;
  try {
    response = await fetch(exchange.url, {
      method: exchange.method,
      headers: headersOf(exchange),
      ...(exchange.body === undefined ? {} : { body: JSON.stringify(exchange.body) }),
      // A redirect would send the bearer to an unchecked host.
      redirect: 'manual',
      signal: exchange.signal,
    });
  } catch (error) {
    if (exchange.signal.aborted) throw exchange.signal.reason;
    return { outcome: { type: 'network', detail: networkCode(error) }, clock: null };
  }
  const heardAtMs = clock.now();
  const outcome = await readOutcome(response, exchange, sentAtMs);
  return { outcome, clock: readClock(response.headers.get('date'), sentAtMs, heardAtMs) };
}

function readClock(header: string | null, sentAtMs: number, heardAtMs: number): ClockReading | null {
  const theirsMs = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(theirsMs) ? null : { theirsMs, sentAtMs, heardAtMs };
}

function headersOf(exchange: Exchange): Record<string, string> {
  return {
    accept:
      exchange.format === 'kml'
        ? 'application/vnd.google-earth.kml+xml, application/xml'
        : 'application/json',
    ...(exchange.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(exchange.bearer === null ? {} : { authorization: `Bearer ${exchange.bearer}` }),
  };
}

async function readOutcome(response: Response, exchange: Exchange, nowMs: number): Promise<Outcome> {
  const { status } = response;
  if (status >= 300 && status < 400) {
    await discardBody(response);
    return { type: 'contract', status, detail: 'redirects are not followed' };
  }
  try {
    const isKml = exchange.format === 'kml' && response.ok;
    const text = await readBody(response, isKml ? kmlLimitBytes : jsonLimitBytes);
    if (!response.ok) {
      const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), nowMs);
      return { type: 'status', status, retryAfterMs, message: messageIn(text) };
    }
    if (isKml) return { type: 'answer', status, body: text };
    if (text.trim() === '') return { type: 'answer', status, body: {} };
    const parsed = parseJson(text);
    if (parsed === undefined) return { type: 'unreadable', status, detail: 'the body is not JSON' };
    return { type: 'answer', status, body: parsed };
  } catch (error) {
    if (exchange.signal.aborted) throw exchange.signal.reason;
    if (!response.ok) return { type: 'status', status, retryAfterMs: null, message: null };
    if (error instanceof BodyTooLarge) return { type: 'contract', status, detail: 'the body is too large' };
    return { type: 'network', detail: networkCode(error) };
  }
}

// The parser's message quotes the body: do not log it.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(text: string): string | null {
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null || !('message' in parsed)) return null;
  return typeof parsed.message === 'string' ? parsed.message : null;
}

/** The system's error code (`ECONNRESET`); messages may contain addresses. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const part of [error, cause]) {
    if (part instanceof Error && 'code' in part && typeof part.code === 'string') return part.code;
  }
  return 'the connection failed';
}

function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1000;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
