import { readiness } from '#lib/db/readiness.ts';
import { openRoute } from '#lib/identity/route.ts';
import { countJournal } from '#lib/panic/journal/journal.ts';
import { json } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

/**
 * 200 when presses can be recorded, else 503 with reasons. Includes the number of presses in this machine's
 * journal.
 */
export const GET = openRoute(async () => {
  const [reasons, journal] = await Promise.all([readiness(), countJournal()]);
  return reasons.length === 0
    ? json({ status: 'ready', journal })
    : json({ status: 'not ready', reasons, journal }, 503);
});
