import 'server-only';
import type { z } from 'zod';
import { savedFix } from '#lib/customers/saved-place.ts';
import { measuredAtOf } from '#lib/following/positions/model.ts';
import { asFix } from '#lib/geo/model.ts';
import { plausibleTime } from '#lib/geo/reading.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import type { Press } from '#lib/panic/core/press.ts';
import type { Unaddressed } from '#lib/panic/core/raise.ts';
import type { sentPressInput } from '#lib/panic/schema.ts';
import type { NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

export type RaisePress = z.output<typeof sentPressInput>;

/** How long before the press a position that is not *last known* may have been measured. */
const OLDEST_PRESENT_MS = 10 * 60_000;
/** An older *last known* position is taken for a wrong clock. */
const OLDEST_KNOWN_MS = 10 * 365 * 86_400_000;

/** A press as its request brought it. */
export function toNewPress(actor: PersonActor, input: RaisePress): NewPress {
  const { pressId, sentAt, kind, location, graceSeconds, responseTypeId } = input;
  const receivedAt = now();
  const pressedAt = input.pressedAt ?? receivedAt;
  const oldestMs = location?.source === 'last_known' ? OLDEST_KNOWN_MS : OLDEST_PRESENT_MS;
  const fixedAt =
    location && plausibleTime(location.fixedAt, input.pressedAt ?? sentAt ?? receivedAt, oldestMs);
  return {
    id: pressId,
    personId: actor.personId,
    kind,
    responseTypeId,
    state: 'recorded',
    pressedAt,
    receivedAt,
    sendsAt: graceSeconds > 0 ? new Date(receivedAt.getTime() + graceSeconds * 1_000) : null,
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    accuracyM: location?.accuracy ?? null,
    fixedAt: fixedAt ?? null,
    // Without `sentAt` it counts as sent when pressed: the time without a connection is not known.
    measuredAt: fixedAt ? measuredAtOf(fixedAt, sentAt ?? pressedAt, receivedAt) : null,
    // An unknown source counts as the weakest.
    fixSource: location ? (location.source ?? 'last_known') : null,
    // AURA takes no callout without a position; operators see the press.
    lastProblem: location ? null : 'no_location',
  };
}

/** With the person's saved address where the device found no position. */
export async function orSavedPlace(press: NewPress): Promise<NewPress> {
  const place = asFix(press) ? null : await savedFix(press.personId);
  return place ? { ...press, ...place, lastProblem: null } : press;
}

/** The same as the protocol's new press. */
export function asPress(press: NewPress): Press {
  const { id, personId, kind, receivedAt, sendsAt = null, lastProblem = null, responseTypeId = null } = press;
  return {
    ...{
      id,
      personId,
      kind,
      receivedAt,
      sendsAt,
      lastProblem,
      state: 'recorded',
      fix: asFix(press),
      responseTypeId,
    },
    ...{ attempts: 0, outcomeUnknownSince: null, lastAttemptAt: null, withdrawRequestedAt: null },
    ...{ settledAt: null, calloutId: null, dueAt: receivedAt, lease: null },
  };
}

/** The same as a journal entry. */
export function asEntry(
  press: NewPress,
  {
    customerId,
    uncheckedEdition,
    deviceId,
  }: Pick<PersonActor, 'customerId' | 'uncheckedEdition' | 'deviceId'>,
): Unaddressed {
  const { id: pressId, personId, kind, pressedAt, receivedAt, sendsAt = null, responseTypeId = null } = press;
  const fix = asFix(press);
  return {
    ...{
      pressId,
      personId,
      customerId,
      kind,
      pressedAt,
      receivedAt,
      sendsAt,
      fix,
      responseTypeId,
      uncheckedEdition,
      uncheckedDevice: uncheckedEdition === null ? null : deviceId,
    },
    ...{ state: 'recorded', attempts: 0, lastAttemptAt: null, outcomeUnknownSince: null, settledAt: null },
    ...{ lastProblem: fix ? null : 'no_location', withdrawRequestedAt: null, callout: null },
  };
}
