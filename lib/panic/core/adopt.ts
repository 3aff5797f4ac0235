import { adoptionOrder, LATE_ARRIVAL_MS, mayComeFrom, OUR_CLOCKS_APART_MS } from '#lib/panic/core/model.ts';
import { ask, done, type Next } from './next.ts';
import { type AuraCallout, later, type Press } from './press.ts';
import { andThenLinked, createdFrom } from './settle.ts';

// Adoption: an open callout at AURA that no press is linked to.

/**
 * Adopts an open callout of one of our people, listed at that time: made by a request that timed out here, or raised
 * elsewhere. A withdrawn press is reopened, so that its callout is cancelled.
 */
export function adopt(personId: string, callout: AuraCallout, at: Date): Next<null> {
  const madeAt = callout.createdAt ?? at;
  return ask('unlinked', { personId, madeAt }, (presses, moment) => {
    const press = likeliest(presses, callout, madeAt, at);
    const kind = press?.kind ?? (callout.isTest ? 'test' : 'real');
    const created = createdFrom({ personId, kind, fix: press?.fix ?? null }, callout, moment.at);
    if (!press) return ask('keepCallout', created, () => done(null));
    const { id: pressId } = press;
    // The press that made it may have been settled since the list was read, hence `isNews`.
    return andThenLinked({ id: pressId, personId }, created, true, () =>
      ask('place', { kind: 'linked', pressId, callout }, () => done(null)),
    );
  });
}

/**
 * Whether a press may have made an unlinked callout of that time: its outcome is unknown, or it ended without a callout
 * so shortly before that one of its requests may still have arrived.
 */
export function isUnlinked(press: Press, madeAt: Date): boolean {
  if (press.calloutId !== null || !press.lastAttemptAt) return false;
  if (press.state === 'recorded') return press.outcomeUnknownSince !== null;
  return press.state !== 'delivered' && press.lastAttemptAt >= later(madeAt, -LATE_ARRIVAL_MS);
}

function likeliest(
  newestFirst: readonly Press[],
  callout: AuraCallout,
  madeAt: Date,
  listedAt: Date,
): Press | null {
  let found: Press | null = null;
  for (const press of newestFirst) {
    // A list from before the press cannot contain its callout.
    if (press.receivedAt > later(listedAt, OUR_CLOCKS_APART_MS)) continue;
    if (!isUnlinked(press, madeAt) || !mayComeFrom(press, callout, null)) continue;
    if (!found || adoptionOrder(press) < adoptionOrder(found)) found = press;
  }
  return found;
}
