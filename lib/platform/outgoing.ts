import 'server-only';
import { z } from 'zod';

// The only place outside lib/aura that calls other servers. Every call has a deadline.

type PostOptions = { bearer?: string | undefined; timeoutMs: number };

/** POSTs JSON with a bearer. True on 2xx; false on refusal, failure or timeout. */
export async function postJson(url: string, body: unknown, options: PostOptions): Promise<boolean> {
  try {
    const response = await post(url, body, options);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

export type Taken = { isTaken: boolean; id: string | null };

const answerSchema = z.object({ id: z.union([z.string().min(1).max(200), z.number()]).transform(String) });
const MAX_ANSWER_CHARS = 16_384;

/** {@link postJson}, with the `id` that the answer names; null where it names none. */
export async function postJsonForId(url: string, body: unknown, options: PostOptions): Promise<Taken> {
  try {
    const response = await post(url, body, options);
    if (response.ok) return { isTaken: true, id: await idIn(response) };
    await response.body?.cancel();
  } catch {
    // Not known to be taken: the caller has another way, or tries again.
  }
  return { isTaken: false, id: null };
}

async function idIn(response: Response): Promise<string | null> {
  try {
    const text = await textIn(response, MAX_ANSWER_CHARS);
    return text === null ? null : (answerSchema.safeParse(JSON.parse(text)).data?.id ?? null);
  } catch {
    // Taken all the same.
    return null;
  }
}

const MAX_DOCUMENT_CHARS = 262_144;

type Asked = { timeoutMs: number; form?: { body: URLSearchParams; headers: Record<string, string> } };

/**
 * A JSON document by GET, or by POST of a form; follows no redirect. Null without an answer in time, or when that is no JSON
 * or longer than it may be.
 */
export async function askForJson(
  url: string,
  { timeoutMs, form }: Asked,
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, {
      ...(form ? { method: 'POST', ...form } : { headers: { accept: 'application/json' } }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await textIn(response, MAX_DOCUMENT_CHARS);
    return text === null ? null : { status: response.status, body: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The body; null when it is longer than it may be, and then the rest is not read. */
async function textIn(response: Response, maxChars: number): Promise<string | null> {
  let text = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.length > maxChars) return null;
  }
  return text;
}

function post(url: string, body: unknown, { bearer, timeoutMs }: PostOptions): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
}

/** GETs an address for its own sake. True on 2xx; redirects are not followed, and no body is read. */
export async function callAddress(url: string, timeoutMs: number): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

type Range = { offset: number; length: number; timeoutMs: number };

/** GETs a range of a file. Throws without it: no connection, a server that does not know ranges, a file that is shorter. */
export async function readRange(url: string, { offset, length, timeoutMs }: Range) {
  const headers = { range: `bytes=${offset}-${offset + length - 1}` };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
  if (response.status !== 206) {
    await response.body?.cancel();
    throw new Error(`a range was answered with ${response.status}`);
  }
  return { data: await response.arrayBuffer(), etag: response.headers.get('etag') };
}

const MAX_REDIRECTS = 3;

type PageOptions = {
  /** In total, with redirects. */
  timeoutMs: number;
  /** Whether a redirect to this URL may be followed. */
  mayFollow: (url: string) => boolean;
};

/** The final URL and headers of a page after redirects, without its body; null when unreachable. */
export async function readPageHeaders(
  url: string,
  { timeoutMs, mayFollow }: PageOptions,
): Promise<{ url: string; headers: Headers } | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  let at = url;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await fetch(at, { redirect: 'manual', signal });
      await response.body?.cancel();
      if (response.ok) return { url: at, headers: response.headers };
      const next = redirectOf(response, at);
      if (!next || !mayFollow(next)) return null;
      at = next;
    }
  } catch {
    // The caller falls back to a link.
  }
  return null;
}

function redirectOf(response: Response, from: string): string | null {
  const location = response.headers.get('location');
  const isRedirect = response.status >= 300 && response.status < 400;
  return isRedirect && location !== null && URL.canParse(location, from)
    ? new URL(location, from).href
    : null;
}
