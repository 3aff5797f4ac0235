import { z } from 'zod';
import { instantIn, zoneField } from '#lib/platform/zone.ts';
import { type EventState, eventStates, type Stage } from '#lib/vocabulary.ts';

/** AURA's ids are positive integers, sometimes as text. */
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);
const entity = z
  .looseObject({ id, calloutId: id, customerId: id, subscriptionId: id })
  .nullable()
  .catch(null);

/** The head of a delivery. All optional: every delivery is kept. */
export const deliverySchema = z
  .object({
    message: z.string().nullable().catch(null),
    callout: entity,
    customer: entity,
    subscription: entity,
  })
  .catch({ message: null, callout: null, customer: null, subscription: null });

export type Delivery = z.output<typeof deliverySchema>;

/** Purpose for sealing stored bodies. */

export const MAX_BODY_BYTES = 256 * 1024;

export const replayInput = z.object({
  eventId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** Limit of one replay. */
export const MAX_REPLAYED = 500;

/** Field of a filter form; empty means no filter. `words` is the error text. */
function optional<Schema extends z.ZodType>(field: Schema, words: string) {
  return (
    z
      .union([z.literal('').transform(() => undefined), field], words)
      .optional()
      // Keeps the key in the output even when it is empty.
      .transform((value) => value)
  );
}

const NO_MINUTE = 'Choose a day and a time';
/** A minute of the zone, as `datetime-local` fields send it, or an instant in UTC. */
const minute = z.iso.datetime({ local: true, error: NO_MINUTE });

const NO_CALLOUT = 'This is no callout id: it is a whole number';
const TOO_LONG = 'This is too long';

const filterShape = {
  state: optional(z.enum(eventStates), 'There is no such state'),
  event: optional(z.string().trim().max(100, TOO_LONG), TOO_LONG),
  callout: optional(
    z.coerce.number().int(NO_CALLOUT).positive(NO_CALLOUT).max(Number.MAX_SAFE_INTEGER, NO_CALLOUT),
    NO_CALLOUT,
  ),
  /** Received at or after. */
  from: optional(minute, NO_MINUTE),
  /** Received before. */
  until: optional(minute, NO_MINUTE),
  zone: zoneField,
};

function minuteIn(text: string, zone: string): Date {
  return text.endsWith('Z') ? new Date(text) : instantIn(text, zone);
}

const filterFields = z.object(filterShape);
function inZone<Fields extends z.output<typeof filterFields>>({ from, until, zone, ...rest }: Fields) {
  return { ...rest, from: from && minuteIn(from, zone), until: until && minuteIn(until, zone) };
}

const eventFilter = filterFields.transform(inZone);
export type EventFilter = z.output<typeof eventFilter>;

/** A page of deliveries; `after` is the cursor. */
export const eventPageInput = filterFields
  .extend({
    after: z
      .string()
      .regex(/^\d{1,15}_\d{1,16}$/, 'This is no page')
      .optional(),
  })
  .transform(inZone);

/** The filter of a replay, and the number of events that the operator confirmed. */
export const replayRangeInput = filterFields
  .extend({ from: minute, until: minute, confirmed: z.coerce.number().int().positive() })
  .transform(({ from, until, zone, ...rest }) => ({
    ...rest,
    from: minuteIn(from, zone),
    until: minuteIn(until, zone),
  }));

export type WebhookEventRow = {
  eventId: number;
  /** Event name from the delivery. */
  message: string | null;
  state: EventState;
  problem: string | null;
  about: 'callout' | 'customer' | 'subscription' | null;
  aboutId: number | null;
  /** The callout that it is about, if it is ours. */
  callout: { calloutId: number; stage: Stage; asOf: string } | null;
  /** The customer that it is about, if they are ours. */
  customerId: number | null;
  /** The first delivery with an equal body. */
  repeatOf: number | null;
  tries: number;
  receivedAt: string;
  replayedAt: string | null;
  processedAt: string | null;
};

export type WebhookEventPage = {
  asOf: string;
  events: WebhookEventRow[];
  /** Cursor of the next, older page. */
  next: string | null;
  /** Number of matches, up to one more than the replay limit; null unless both times are given. */
  inRange: number | null;
};

/** One compared field; mobiles without their middle. */
export type Compared = { what: string; event: string; kept: string | null; isSame: boolean };

export type OpenedWebhookEvent = {
  asOf: string;
  event: WebhookEventRow;
  /** Indented and masked; null when it cannot be unsealed. */
  body: string | null;
  isCut: boolean;
  namedStage: Stage | null;
  /** Age of our copy; null without one. */
  storedAsOf: string | null;
  compared: Compared[];
};
