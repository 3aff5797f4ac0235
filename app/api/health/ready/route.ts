import { json } from '#lib/platform/http.ts';
import { readiness } from '#lib/platform/readiness.ts';

export const dynamic = 'force-dynamic';

/** 200 when presses can be recorded; 503 with the reasons when not. */
export async function GET(): Promise<Response> {
  const reasons = await readiness();
  return reasons.length === 0 ? json({ status: 'ready' }) : json({ status: 'not ready', reasons }, 503);
}
