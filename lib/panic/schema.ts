import { z } from 'zod';
import { errorCodes } from '#lib/errors/errors.ts';
import { type DroppedPart, isPresent, readInstant, readSentFix } from '#lib/geo/reading.ts';
import type { SentLocation } from '#lib/geo/schema.ts';
import { type Receipt, receiptStates, sendings } from '#lib/panic/core/schema.ts';
import { fixSources, type Kind, kinds, pressOutcomes, pressProblems } from '#lib/vocabulary.ts';

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

/** The longest grace that a press may ask for. */
const MAX_GRACE_S = 30;

/** The largest number of the database's column. */
const MAX_ID = 2_147_483_647;

/** A part of a press that could not be used. */
type DroppedPressPart =
  | DroppedPart
  | 'kind'
  | 'source'
  | 'pressed_at'
  | 'sent_at'
  | 'grace'
  | 'response_type';

/**
 * A press as a request brings it. Only the id must be valid: any other invalid part is dropped and named in `dropped`,
 * since no optional part may refuse a press.
 */
export const sentPressInput = z.looseObject({ pressId: pressIdField }).transform(({ pressId, ...said }) => {
  const dropped: DroppedPressPart[] = [];
  const drop = (part: DroppedPressPart) => void dropped.push(part);
  const instant = (part: unknown, name: DroppedPressPart) => {
    const read = readInstant(part);
    if (read === null && isPresent(part)) drop(name);
    return read;
  };
  // Anything but the exact word is a call for help.
  const kind: Kind = said.kind === 'test' ? 'test' : 'real';
  if (isPresent(said.kind) && said.kind !== kind) drop('kind');
  const location = isPresent(said.location) ? readSentFix(said.location, drop) : undefined;
  const source = fixSources.find((each) => each === location?.source) ?? null;
  if (location && isPresent(location.source) && source === null) drop('source');
  const pressedAt = instant(said.pressedAt, 'pressed_at');
  const sentAt = instant(said.sentAt, 'sent_at');
  const graceSeconds = readGrace(said.graceSeconds) ?? 0;
  if (said.graceSeconds !== undefined && readGrace(said.graceSeconds) === null) drop('grace');
  const responseTypeId = readResponseTypeId(said.responseTypeId);
  if (isPresent(said.responseTypeId) && responseTypeId === null) drop('response_type');
  const placed = location && { ...location, source };
  return { pressId, kind, pressedAt, sentAt, graceSeconds, responseTypeId, location: placed, dropped };
});

/** Null for an invalid grace: the press is then sent at once, which is the safe reading. */
function readGrace(said: unknown): number | null {
  return typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= MAX_GRACE_S ? said : null;
}

/** AURA's id of a kind of help, also as a form's text; null for anything else: help of the default kind still comes. */
function readResponseTypeId(said: unknown): number | null {
  const id = typeof said === 'string' && /^\d{1,10}$/.test(said) ? Number(said) : said;
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : null;
}

/** The press token in a body, if any; it is not part of the press. */
export function pressTokenIn(body: unknown): string | undefined {
  return z.object({ pressToken: z.string().max(1_000) }).safeParse(body).data?.pressToken;
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

/** The stable route's answer: the state of the press, or a refusal. */
export const postedSchema = z.union([
  z.object({
    pressId: z.string(),
    state: z.enum(receiptStates),
    sendsAt: z.iso.datetime().nullable().default(null),
    problem: z.enum(pressProblems).nullable().default(null),
    sending: z.enum(sendings).nullable().default(null),
    withdrawRequestedAt: z.iso.datetime().nullable().default(null),
    afterSafe: z.literal(true).optional(),
    calloutId: z.number().int().nullable().default(null),
    trackingUrl: z.url().nullable().default(null),
  }),
  z.object({ code: z.enum(errorCodes) }),
]);
export type Posted = z.output<typeof postedSchema>;

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

/** A press that AURA does not have, as operators see it. */
export const undeliveredPressSchema = z.object({
  pressId: z.string(),
  kind: z.enum(kinds),
  state: z.enum(['recorded', 'rejected', 'expired']),
  problem: z.enum(pressProblems).nullable(),
  sending: z.enum(sendings),
  withdrawRequestedAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  receivedAt: z.iso.datetime(),
  person: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
  /** AURA's customer id. */
  customerId: z.number().int().nullable(),
  /** The kind of help that was chosen; null: the default. */
  responseTypeId: z.number().int().nullable().default(null),
  place: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: z.number().nullable(),
      measuredAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Later presses of the same person in the same state: one alarm, acknowledged as a whole. */
  repeats: z.array(z.string()).default([]),
  /** When the newest of them came: by that it has its place in the queue. */
  newestAt: z.iso.datetime(),
  /** Who acknowledged it; null before that. */
  acknowledged: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type UndeliveredPress = z.output<typeof undeliveredPressSchema>;
