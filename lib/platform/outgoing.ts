import 'server-only';

// The one place outside lib/aura that calls another server. Every call ends by its deadline.

/** POSTs JSON with a bearer. True when the other side accepted it (2xx); false on refusal, failure or timeout. */
export async function postJson(
  url: string,
  body: unknown,
  options: { bearer?: string | undefined; timeoutMs: number },
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.bearer ? { authorization: `Bearer ${options.bearer}` } : {}),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // A refused connection and a timeout mean the same to the caller: it was not accepted.
    return false;
  }
}

/** The headers of a page, without following redirects and without reading its body; null when it did not answer in time. */
export async function readPageHeaders(url: string, timeoutMs: number): Promise<Headers | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.ok ? response.headers : null;
  } catch {
    // Not answering is an answer here: the caller falls back to a link.
    return null;
  }
}
