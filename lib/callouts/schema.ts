import { z } from 'zod';
import { followingSchema, trailSchema } from '#lib/geo/schema.ts';
import { zoneField } from '#lib/platform/zone.ts';
import { factSources, kinds, type Stage, stages } from '#lib/vocabulary.ts';

/** AURA's callout ids are positive integers. */
export const calloutIdField = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const instant = z.iso.datetime();

/** A timeline entry: a stage reached, or a status text that maps to none. */
const factSchema = z.object({
  at: instant,
  stage: z.enum(stages).nullable(),
  event: z.string().nullable(),
  source: z.enum(factSources),
});

/** A callout as AURA returns it on creation and in its list of active ones. */
export const listedCalloutSchema = z.object({
  calloutId: calloutIdField,
  customerId: z.number().nullable(),
  rawStatus: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  responseTypeId: z.number().nullable(),
  /** Null where AURA does not say, as below. */
  isTest: z.boolean().nullable(),
  /** By AURA's clock. */
  createdAt: z.date().nullable(),
  /** Where AURA has it; may differ from the position of the latest request. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export type ListedCallout = z.output<typeof listedCalloutSchema>;

/** A callout as its owner and operators may see it. `asOf` is when AURA last reported it. */
export const calloutSchema = z.object({
  calloutId: z.number().int(),
  kind: z.enum(kinds),
  stage: z.enum(stages),
  rawStatus: z.string().nullable(),
  raisedAt: instant,
  asOf: instant,
  /** When we last asked; later than `asOf` while AURA does not answer. */
  askedAt: instant,
  closedAt: instant.nullable(),
  /** When a webhook event reported the close, until an answer of AURA's confirms it. */
  closeReportedAt: instant.nullable().default(null),
  /** Server time of this answer; ages count from here, so the device's clock does not matter. */
  servedAt: instant,
  /** Since when the person says that they are safe: they see nothing later but the close. */
  safeAskedAt: instant.nullable(),
  timeline: z.array(factSchema),
  /** State of the device's position reports; null before the first. */
  following: followingSchema.nullable().default(null),
});
export type Callout = z.output<typeof calloutSchema>;

/** A stage and the duration since the previous one; null for the first. */
export type StageTime = { stage: Stage; at: string; tookMs: number | null };

const fixSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number().nullable(),
  fixedAt: instant.nullable(),
  source: z.string().nullable(),
});

/** One entry of AURA's `incidentInformation[]`: the known fields, and the rest as it came. */
export const incidentSchema = z.object({
  typeOfEmergency: z.string().nullable(),
  category: z.string().nullable(),
  responseType: z.string().nullable(),
  address: z.string().nullable(),
  dispatch: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Incident = z.output<typeof incidentSchema>;

export const calloutDetailSchema = calloutSchema.extend({
  person: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
  fix: fixSchema.nullable(),
  /** Newest first, truncated. */
  trail: trailSchema.default([]),
  /** When AURA last reported `incidents`, which its list does not; null when unknown. */
  incidentsAsOf: instant.nullable().default(null),
  incidents: z.array(incidentSchema),
});
export type CalloutDetail = z.output<typeof calloutDetailSchema>;

/** Position of the person: the newest believed fix, else the press's. */
export const placeSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number().nullable(),
  measuredAt: instant.nullable(),
  from: z.enum(['device', 'press']),
});
export type Place = z.output<typeof placeSchema>;

export const calloutRowSchema = calloutSchema
  .omit({ timeline: true, servedAt: true, following: true, safeAskedAt: true, closeReportedAt: true })
  .extend({
    duressAt: instant.nullable(),
    person: z.object({ name: z.string(), surname: z.string() }),
    stageSince: instant,
    lastFact: z.object({ at: instant, source: z.enum(factSources) }).nullable(),
    place: placeSchema.nullable(),
    /** AURA's address text, where there is one. */
    address: z.string().nullable(),
    /** The latest acknowledgement of an alert about it. */
    acknowledged: z.object({ by: z.string(), at: instant }).nullable(),
  });
export type CalloutRow = z.output<typeof calloutRowSchema>;

/** `next` is the cursor of the next page. */
export const boardSchema = z.object({
  asOf: instant,
  callouts: z.array(calloutRowSchema),
  next: z.string().nullable(),
  /** Set when the page ended at the scan limit: older callouts may match, too. */
  searchedBackTo: instant.nullable(),
  /** How many are open, regardless of the filter. */
  open: z.number().int(),
});
export type Board = z.output<typeof boardSchema>;

/** Field of a filter form; empty means no filter. `words` is the error text. */
function filterBy<Schema extends z.ZodType>(field: Schema, words: string) {
  return z
    .union([z.literal('').transform(() => undefined), field], words)
    .optional()
    .transform((value) => value);
}

const DAY = 'Choose a day';

const boardFilter = z.object({
  /** Start of a name or a surname, a mobile in any spelling, or a callout id. */
  search: z
    .string()
    .max(100, 'Search for at most 100 characters')
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'Type letters or digits')
    .transform((text) => text.trim())
    .default(''),
  state: filterBy(z.enum(['open', 'closed']), 'There is no such state'),
  stage: filterBy(z.enum(stages), 'There is no such stage'),
  kind: filterBy(z.enum(kinds), 'There is no such kind'),
  /** Days of the zone, both inclusive. */
  from: filterBy(z.iso.date(DAY), DAY),
  to: filterBy(z.iso.date(DAY), DAY),
  zone: zoneField,
  order: z.enum(['newest', 'oldest']).default('newest'),
});
export type BoardFilter = z.output<typeof boardFilter>;

/** The filter's fields, as in the URL's query. */
export const boardFields = ['search', 'state', 'stage', 'kind', 'from', 'to', 'zone', 'order'] as const;
export type BoardQuery = Partial<Record<(typeof boardFields)[number], string>>;

export const boardInput = boardFilter.extend({
  /** Cursor: instant and id of the last row. */
  after: z
    .string()
    .regex(/^\d{1,14}_\d{1,16}$/, 'Not a cursor of this list')
    .optional(),
});
