import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import type { OwnOpen } from '#lib/following/page/schema.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { authenticatePress } from '#lib/identity/presser.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** Time limit: the button matters more than these links. */
const BUDGET_MS = 700;

/** The caller's open callouts; null when not signed in or not known in time. */
export async function ownOpen(): Promise<OwnOpen | null> {
  const headers = await requestHeaders();
  try {
    return await withTimeout(openOf(headers), BUDGET_MS);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'page rendered without open callouts');
    return null;
  }
}

async function openOf(headers: Headers): Promise<OwnOpen | null> {
  const presser = await authenticatePress(headers);
  const open = presser.ok ? await listOwnOpen(presser.value, {}) : null;
  return open?.ok ? open.value : null;
}
