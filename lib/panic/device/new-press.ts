import 'server-only';
import type { z } from 'zod';
import { measuredAtOf } from '#lib/following/positions/model.ts';
import { asFix } from '#lib/geo/model.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { savedFix } from '#lib/panic/saved-place.ts';
import type { sentPressInput } from '#lib/panic/schema.ts';
import type { ClaimedPress, NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

export type RaisePress = z.output<typeof sentPressInput>;

/** A press as its request brought it. */
export function toNewPress(actor: PersonActor, input: RaisePress): NewPress {
  const { pressId, pressedAt, sentAt, kind, location } = input;
  const receivedAt = now();
  return {
    id: pressId,
    personId: actor.personId,
    kind,
    state: 'recorded',
    pressedAt,
    receivedAt,
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    accuracyM: location?.accuracy ?? null,
    fixedAt: location?.fixedAt ?? null,
    // Without `sentAt` it counts as sent when it was pressed: the time for which it had no connection is not known.
    measuredAt: location ? measuredAtOf(location.fixedAt, sentAt ?? pressedAt, receivedAt) : null,
    fixSource: location?.source ?? null,
    // AURA takes no callout without a position; the press stays with us, in front of the operators.
    lastProblem: location ? null : 'no_location',
  };
}

/** With the person's saved address in place of a position that the device did not find. */
export async function orSavedPlace(press: NewPress): Promise<NewPress> {
  const place = asFix(press) ? null : await savedFix(press.personId);
  return place ? { ...press, ...place, lastProblem: null } : press;
}

/** A press in this process's hands, as it was before its first attempt. */
export function asClaimed(
  press: NewPress,
  { customerId, leaseToken, dueAt }: Pick<ClaimedPress, 'customerId' | 'leaseToken' | 'dueAt'>,
): ClaimedPress {
  const { id, personId, kind, receivedAt, lastProblem = null } = press;
  const fix = asFix(press);
  return {
    ...{ id, personId, kind, receivedAt, lastProblem, customerId, fix, hasFix: fix !== null },
    ...{ leaseToken, dueAt },
    ...{ state: 'recorded', settledAt: null, attempts: 0, calloutId: null },
    ...{ unsettledSince: null, lastAttemptAt: null, withdrawRequestedAt: null },
  };
}
