const TIMEOUT_MS = 8_000;

/** A request that failed: with our code from the problem document, or without a readable body. */
class FetchProblem extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answered with ${status}`);
    this.name = 'FetchProblem';
    this.status = status;
  }
}

/** Whether a re-read failed because the session is gone. Nothing is ever deleted, so "not found" means that, too. */
export function isSignedOut(problem: unknown): boolean {
  return problem instanceof FetchProblem && (problem.status === 401 || problem.status === 404);
}

export function isNotFound(problem: unknown): boolean {
  return problem instanceof FetchProblem && problem.status === 404;
}

/** A schema of either of zod's packages; throws for what it does not accept. */
type Reading<Value> = { parse: (answer: unknown) => Value };

type AskOptions = { bearer?: string | undefined; signal?: AbortSignal };

/**
 * POSTs to our own server in the browser, JSON where there is a body; completes even when the page is closed. Answers
 * of every status come back; rejects without one. `signal` is given by the caller, since the inline script runs in
 * browsers without `AbortSignal.timeout`.
 */
export function postJson(path: string, body: object | null, { bearer, signal }: AskOptions = {}) {
  return fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    cache: 'no-store',
    keepalive: true,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
}

/** GETs from our own server in the browser; answers of every status come back. */
export function getJson(path: string, { bearer, signal }: AskOptions = {}): Promise<Response> {
  return fetch(path, {
    headers: { accept: 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    cache: 'no-store',
    ...(signal ? { signal } : {}),
  });
}

/** GETs JSON from our own server in the browser, parsed, with a timeout. */
export async function fetchJson<Value>(
  path: string,
  schema: Reading<Value>,
  options: { signal?: AbortSignal; bearer?: string },
): Promise<Value> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const response = await getJson(path, { bearer: options.bearer, signal });
  if (!response.ok) throw new FetchProblem(response.status);
  return schema.parse(await response.json());
}
