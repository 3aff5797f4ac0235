import 'server-only';
import { z } from 'zod';
import { fixOf, listFacts, toCallout } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { duressSafeView } from '#lib/following/cancellations/model.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { readFollowing } from '#lib/following/positions/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { countView, type Views } from './model.ts';
import { type SharedCallout, shareToken } from './schema.ts';
import { findShared, hashToken } from './store.ts';

const MAX_COUNTED = 5_000;

/** Stage and last position with ages. An ended, revoked or invalid link gets the same code. */
export const readSharedCallout = verb(
  'share_link.follow',
  z.object({ token: z.string().max(200) }),
  async (_actor, { token }) => {
    if (!shareToken.safeParse(token).success) return refuse('share_link.ended');
    const shared = await findShared(token, now());
    if (!shared) return refuse('share_link.ended');
    if (isTooMany(hashToken(token))) return refuse('share_link.too_many');
    const { callout: row, expiresAt } = shared;
    const [facts, following, safeAskedAt] = await Promise.all([
      listFacts(row.id),
      readFollowing(row.id, now()),
      findSafeAsked(row.id),
    ]);
    const whole = { ...toCallout(row, facts), following };
    const callout = safeAskedAt ? duressSafeView(whole, safeAskedAt) : whole;
    const raisedWith = fixOf(row);
    return ok({
      kind: callout.kind,
      stage: callout.stage,
      safeAskedAt: callout.safeAskedAt,
      raisedAt: callout.raisedAt,
      asOf: callout.asOf,
      servedAt: callout.servedAt,
      expiresAt: expiresAt.toISOString(),
      position: newestOf(following) ?? (raisedWith && { ...raisedWith, measuredAt: raisedWith.fixedAt }),
    } satisfies SharedCallout);
  },
);

function newestOf(following: Awaited<ReturnType<typeof readFollowing>>): SharedCallout['position'] {
  if (!following?.newest) return null;
  const { latitude, longitude, accuracy, measuredAt } = following.newest;
  return { latitude, longitude, accuracy, measuredAt };
}

// Per process only: it bounds work, and is no guarantee.
function isTooMany(tokenHash: string): boolean {
  const counted = processSingleton('share-looks', () => new Map<string, Views>());
  const { views, isTooMany } = countView(counted.get(tokenHash), monotonicMs());
  if (counted.size >= MAX_COUNTED) counted.clear();
  counted.set(tokenHash, views);
  return isTooMany;
}
