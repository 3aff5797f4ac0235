import 'server-only';
import { z } from 'zod';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { CANNOT_BE_OPENED, openedWords, UNOPENED, type Unopened } from '#lib/platform/unopened.ts';
import { NOBODY } from '#lib/vocabulary.ts';
import type { Outcome } from './answers.ts';
import { reportLines, retryAfterMs } from './model.ts';
import { refreshOutcome } from './refresh-outcome.ts';
import { claimRead, findOutcome, findRating, mapUrlOf } from './store.ts';

/** Report, map and rating of a closed callout, for owner and operators. Viewing triggers reads, with backoff. */
export const readOutcome = verb(
  'outcome.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    const isPerson = actor.role === 'person';
    if (!callout.closedAt) return refuse('callout.not_closed');
    // An anonymised one stays so: AURA would tell again where it was.
    if (callout.personId !== NOBODY) await askAgain(calloutId);
    const [outcome, rating] = await Promise.all([findOutcome(calloutId), findRating(calloutId)]);
    // The outcome would reveal whether the safe code was right.
    const isWithheld = isPerson && (await findSafeAsked(calloutId)) !== null;
    return ok({
      servedAt: now().toISOString(),
      askedAt: outcome?.askedAt.toISOString() ?? null,
      report: outcome?.report && !isWithheld ? reportLines(openedReport(outcome.report)) : null,
      mapUrl: isWithheld ? null : mapUrlOf(outcome),
      rating: rating && {
        rating: rating.rating,
        words: openedWords(rating.words),
        ratedAt: rating.ratedAt.toISOString(),
        state: rating.state,
      },
      as: isPerson ? 'person' : 'operator',
    } satisfies Outcome);
  },
);

/** A report that cannot be opened is a line that says so. */
function openedReport(report: object | Unopened): object {
  return report === UNOPENED ? { report: CANNOT_BE_OPENED } : report;
}

async function askAgain(calloutId: number): Promise<void> {
  const known = await findOutcome(calloutId);
  if (known?.report && mapUrlOf(known)) return;
  const at = now();
  const before = new Date(at.getTime() - retryAfterMs(known?.attempts ?? 0));
  if (!(await claimRead(calloutId, before, at))) return;
  inBackground('outcome refresh', () => refreshOutcome(systemActor('outcome.read'), { calloutId }));
}
