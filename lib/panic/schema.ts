import { z } from 'zod';
import { isPresent } from '#lib/geo/reading.ts';
import type { SentLocation } from '#lib/geo/schema.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { readPressParts } from '#lib/panic/model.ts';
import { quietIn } from '#lib/push/model.ts';
import { type Kind, pressOutcomes } from '#lib/vocabulary.ts';

export const pressIdField = z.uuid('Must be a UUID made for this press');

/** A press as a device sends it. */
export type RaisePressInput = {
  pressId: string;
  /** By the device's clock; kept as given, since a wrong clock must not stop a press. */
  pressedAt: string;
  kind?: Kind;
  location?: SentLocation;
  /** The kind of help, as AURA's id; absent: the one last chosen, else the default. */
  responseTypeId?: number;
  /** The device's clock at sending, which gives the age of its other times. */
  sentAt?: string;
  /** The grace, 0 to {@link MAX_GRACE_S}; absent: sent at once. */
  graceSeconds?: number;
};

/**
 * A press as a request brings it. Only the id must be valid: any other invalid part is dropped, by {@link readPressParts}.
 */
export const sentPressInput = z.looseObject({ pressId: pressIdField }).transform(readPressParts);

/** The press token in a body, if any; it is not part of the press. */
export function pressTokenIn(body: unknown): string | undefined {
  return z.object({ pressToken: z.string().max(1_000) }).safeParse(body).data?.pressToken;
}

/** A press with what its browser says of silence. What is no press stays as it is, to be refused. */
export function withSilence(press: unknown, headers: Headers): unknown {
  return quietIn(headers) && typeof press === 'object' && press !== null
    ? { ...press, isSilent: true }
    : press;
}

/** A plain form's fields in the shape of {@link sentPressInput}; without degrees there is no location. */
export function formToPress(form: Record<string, string>): unknown {
  const { pressId, pressedAt, sentAt, kind, latitude, longitude, accuracy, fixedAt, source, responseTypeId } =
    form;
  const place = { latitude: decimal(latitude), longitude: decimal(longitude), accuracy: decimal(accuracy) };
  const isPlaced = isPresent(latitude) || isPresent(longitude);
  return {
    pressId,
    pressedAt,
    sentAt,
    kind,
    responseTypeId,
    ...(isPlaced ? { location: { ...place, fixedAt, source } } : {}),
  };
}

/** A field as a number; undefined where it is empty. */
function decimal(text: string | undefined): number | undefined {
  return text === undefined || text.trim() === '' ? undefined : Number(text);
}

/** The result of raising a press. */
export type Raised = {
  receipt: Receipt;
  isNew: boolean;
  /** AURA's hosted page, a capability URL: where our own page cannot open, or the tab goes there. */
  trackingUrl: string | null;
};

export const giveOutcomeInput = z.object({
  /** The presses of one row of the board. */
  pressIds: z.array(pressIdField).min(1).max(1_000),
  outcome: z.enum(pressOutcomes, 'Choose what came of it'),
});
