import { openRoute } from '#lib/identity/route.ts';
import { json } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

export const GET = openRoute(async () => json({ status: 'live' }));
