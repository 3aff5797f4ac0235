import { z } from 'zod';
import { type EventState, eventStates, type Stage } from '#lib/vocabulary.ts';

/** AURA's ids are whole numbers, and come as texts at times. */
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);
const entity = z
  .looseObject({ id, calloutId: id, customerId: id, subscriptionId: id })
  .nullable()
  .catch(null);

/** What a delivery says of itself. Nothing here is required: what AURA sends is kept, whatever it is. */
export const deliverySchema = z
  .object({
    message: z.string().nullable().catch(null),
    callout: entity,
    customer: entity,
    subscription: entity,
  })
  .catch({ message: null, callout: null, customer: null, subscription: null });

export type Delivery = z.output<typeof deliverySchema>;

/** What a stored body is sealed as. */
export const BODY_SEAL = 'webhook-body';

/** The largest body that is taken. */
export const MAX_BODY_BYTES = 256 * 1024;

export const replayInput = z.object({
  eventId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** The most deliveries that are replayed at once. */
export const MOST_REPLAYED = 500;

/** A field of a form that filters: left empty, it filters nothing. `words` for what is nothing of its kind. */
function optional<Schema extends z.ZodType>(field: Schema, words: string) {
  return (
    z
      .union([z.literal('').transform(() => undefined), field], words)
      .optional()
      // So that the field is named even when nothing is filtered by it.
      .transform((value) => value)
  );
}

const NO_MINUTE = 'Choose a day and a time';
/** A minute in UTC, as a browser's field writes it. */
const minute = z.iso
  .datetime({ local: true, error: NO_MINUTE })
  .transform((text) => new Date(text.endsWith('Z') ? text : `${text}Z`));

const NO_CALLOUT = 'This is no callout id: it is a whole number';
const TOO_LONG = 'This is too long';

const filterShape = {
  state: optional(z.enum(eventStates), 'There is no such state'),
  event: optional(z.string().trim().max(100, TOO_LONG), TOO_LONG),
  callout: optional(
    z.coerce.number().int(NO_CALLOUT).positive(NO_CALLOUT).max(Number.MAX_SAFE_INTEGER, NO_CALLOUT),
    NO_CALLOUT,
  ),
  /** Received from this instant on. */
  from: optional(minute, NO_MINUTE),
  /** Received before this instant. */
  until: optional(minute, NO_MINUTE),
};

const eventFilter = z.object(filterShape);
export type EventFilter = z.output<typeof eventFilter>;

/** A page of deliveries: those that follow the one that `after` names. */
export const eventPageInput = z.object({
  ...filterShape,
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,16}$/, 'This is no page')
    .optional(),
});

/** What passes the filter between two instants, and how many the operator was told that these are. */
export const replayRangeInput = z.object({
  ...filterShape,
  from: minute,
  until: minute,
  confirmed: z.coerce.number().int().positive(),
});

export type WebhookEventRow = {
  eventId: number;
  /** The name that the delivery gives itself. */
  message: string | null;
  state: EventState;
  problem: string | null;
  about: 'callout' | 'customer' | 'subscription' | null;
  aboutId: number | null;
  /** Our callout, when the delivery is about one that we have. */
  callout: { calloutId: number; stage: Stage; asOf: string } | null;
  /** Our customer, when it names one that we have. */
  customerId: number | null;
  /** The first delivery with the same body. */
  repeatOf: number | null;
  tries: number;
  receivedAt: string;
  replayedAt: string | null;
  processedAt: string | null;
};

export type WebhookEventPage = {
  asOf: string;
  events: WebhookEventRow[];
  /** What `after` is for the page of older ones. */
  next: string | null;
  /** How many pass the filter, counted to one more than may be replayed; null without both ends of a time. */
  inRange: number | null;
};

/** One fact of a delivery beside ours; a mobile without its middle. */
export type Compared = { what: string; event: string; kept: string | null; isSame: boolean };

export type OpenedWebhookEvent = {
  asOf: string;
  event: WebhookEventRow;
  /** The body, indented and with its secrets masked; null when it cannot be opened. */
  body: string | null;
  isCut: boolean;
  /** The stage that the event names. */
  namedStage: Stage | null;
  /** When AURA last told what we have of what this is about; null when we have nothing. */
  keptAsOf: string | null;
  /** What it says beside what we have. */
  compared: Compared[];
};
