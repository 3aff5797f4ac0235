import { readiness } from '#lib/db/readiness.ts';
import { wereEditionsLoaded } from '#lib/identity/press-token-editions.ts';
import { openRoute } from '#lib/identity/route.ts';
import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { countJournal } from '#lib/panic/journal/journal.ts';
import { isDraining } from '#lib/platform/draining.ts';
import { json } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

/**
 * 200 when presses can be recorded and receipts read, else 503 with reasons. For METRICS_TOKEN also the number of presses
 * in this machine's journal, which tells a stranger how many people are waiting for help.
 */
export const GET = openRoute(async (request) => {
  const [reasons, journal] = await Promise.all([
    isDraining() ? ['This app is stopping.'] : reasonsAgainst(),
    metricsReaderFrom(request.headers).ok ? countJournal() : undefined,
  ]);
  return reasons.length === 0
    ? json({ status: 'ready', journal })
    : json({ status: 'not ready', reasons, journal }, 503);
});

async function reasonsAgainst(): Promise<string[]> {
  const reasons = await readiness();
  return wereEditionsLoaded() ? reasons : [...reasons, 'The list of revoked press tokens is being read.'];
}
