import { json } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

/** The process answers. */
export function GET(): Response {
  return json({ status: 'live' });
}
