/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { setBrand } = await import('#lib/languages/brand-name.ts');
  const { env } = await import('#lib/platform/env.ts');
  setBrand({ name: env.BRAND_NAME, hasLogo: env.BRAND_LOGO !== undefined });
  const { keepRecovering } = await import('#worker/journal-loop.ts');
  keepRecovering();
  const { followEditions } = await import('#lib/identity/press-token-editions.ts');
  followEditions();
  const { followSaidSafe } = await import('#lib/following/cancellations/said-safe.ts');
  followSaidSafe();
}

/** Next calls this for every error that reaches its edge: pages, actions and routes. */
export async function onRequestError(
  error: unknown,
  request: { method: string; headers: Record<string, string | string[] | undefined> },
  context: { routePath: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { describeError, isExpected, log } = await import('#lib/platform/log.ts');
  // The route's pattern, not the path: a path carries ids, and a query may carry anything.
  log[isExpected(error) ? 'info' : 'error'](
    {
      error: describeError(error),
      requestId: request.headers['x-vigil-request'],
      method: request.method,
      route: context.routePath,
    },
    'request failed',
  );
}
