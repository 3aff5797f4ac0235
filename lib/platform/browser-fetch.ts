import type { z } from 'zod';

const TIMEOUT_MS = 8_000;

/** A request that was answered with a refusal, by our code in the problem document, or with nothing readable. */
class FetchProblem extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answered with ${status}`);
    this.name = 'FetchProblem';
    this.status = status;
  }
}

/**
 * Whether a question of a page that has shown its answer before failed because the session is gone. Nothing that was
 * there is ever deleted, and what belongs to nobody who asks is not found.
 */
export function isSignedOut(problem: Error | null): boolean {
  return problem instanceof FetchProblem && (problem.status === 401 || problem.status === 404);
}

/** Whether the server answered that it has no such thing. */
export function isNotFound(problem: unknown): boolean {
  return problem instanceof FetchProblem && problem.status === 404;
}

/** GETs JSON from our own server in the browser, parsed; ends by itself when no answer comes. */
export async function fetchJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: { signal?: AbortSignal; bearer?: string },
): Promise<z.output<Schema>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(path, {
    headers: {
      accept: 'application/json',
      ...(options.bearer ? { authorization: `Bearer ${options.bearer}` } : {}),
    },
    cache: 'no-store',
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
  });
  if (!response.ok) throw new FetchProblem(response.status);
  return schema.parse(await response.json());
}
