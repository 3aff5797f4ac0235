import { readiness } from '#lib/db/readiness.ts';
import { openRoute } from '#lib/identity/route.ts';
import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { countJournal } from '#lib/panic/journal/journal.ts';
import { isDraining } from '#lib/platform/draining.ts';
import { json } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

/**
 * 200 when presses can be recorded, else 503 with reasons. For METRICS_TOKEN also the number of presses in this machine's
 * journal, which tells a stranger how many people are waiting for help.
 */
export const GET = openRoute(async (request) => {
  const [reasons, journal] = await Promise.all([
    isDraining() ? ['This app is stopping.'] : readiness(),
    metricsReaderFrom(request.headers).ok ? countJournal() : undefined,
  ]);
  return reasons.length === 0
    ? json({ status: 'ready', journal })
    : json({ status: 'not ready', reasons, journal }, 503);
});
