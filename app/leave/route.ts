import { openRoute } from '#lib/identity/route.ts';
import { env } from '#lib/platform/env.ts';

export const dynamic = 'force-dynamic';

/** *Leave this page* where no script runs: to the neutral site, which does not hear where from. */
export const GET = openRoute(
  async () =>
    new Response(null, {
      status: 303,
      headers: {
        location: env.LEAVE_TO_URL,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    }),
);
