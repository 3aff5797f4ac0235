import { z } from 'zod';
import { followingSchema, trailSchema } from '#lib/geo/schema.ts';
import { factSources, kinds, type Stage, stages } from '#lib/vocabulary.ts';

/** AURA's callout ids are whole numbers; anything else is no callout. */
export const calloutIdField = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const instant = z.iso.datetime();

/** One thing that we learned: a stage reached, or a status text that says nothing about the stage. */
const factSchema = z.object({
  at: instant,
  stage: z.enum(stages).nullable(),
  event: z.string().nullable(),
  source: z.enum(factSources),
});

/** A callout as AURA tells of it when it makes one, and in its list of those that are active. */
export const listedCalloutSchema = z.object({
  calloutId: calloutIdField,
  customerId: z.number().nullable(),
  rawStatus: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  responseTypeId: z.number().nullable(),
  /** Null where AURA does not say, as with what follows. */
  isTest: z.boolean().nullable(),
  /** By AURA's clock. */
  createdAt: z.date().nullable(),
  /** Where AURA has it, which need not be where it was asked for last. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export type ListedCallout = z.output<typeof listedCalloutSchema>;

/** What its owner and operators may know of a callout. `asOf` is when AURA last told us. */
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
  /** When an event said that it is closed, for as long as none of AURA's answers bears that out. */
  closeReportedAt: instant.nullable().default(null),
  /** Our clock when this was answered; ages count from here, so that a device's wrong clock does not matter. */
  servedAt: instant,
  /** Since when the person has been saying that they are safe: to them, nothing later is shown but the close. */
  safeAskedAt: instant.nullable(),
  timeline: z.array(factSchema),
  /** What the person's device says of its position; null where none has said anything. */
  following: followingSchema.nullable().default(null),
});
export type Callout = z.output<typeof calloutSchema>;

/** A stage that was reached, and how long it took from the one before; null for the first. */
export type StageTime = { stage: Stage; at: string; tookMs: number | null };

const fixSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number().nullable(),
  fixedAt: instant.nullable(),
  source: z.string().nullable(),
});

/** One entry of AURA's `incidentInformation[]`, as far as we can read it, and the rest as it came. */
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
  /** Newest first, as far as it is shown. */
  trail: trailSchema.default([]),
  /** When AURA last told of `incidents`, which its list does not; null when we do not know. */
  incidentsAsOf: instant.nullable().default(null),
  incidents: z.array(incidentSchema),
});
export type CalloutDetail = z.output<typeof calloutDetailSchema>;

/** Where the person is, as far as we know: the newest fix that is believed, else the one that the press came with. */
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
    /** As AURA words it, where it does. */
    address: z.string().nullable(),
    /** Who last took up anything about it. */
    acknowledged: z.object({ by: z.string(), at: instant }).nullable(),
  });
export type CalloutRow = z.output<typeof calloutRowSchema>;

/** A page of the board; `next` is the cursor of the page after it. */
export const boardSchema = z.object({
  asOf: instant,
  callouts: z.array(calloutRowSchema),
  next: z.string().nullable(),
  /** Set where a page ends because enough was looked through: what was raised before may fit, too. */
  searchedBackTo: instant.nullable(),
  /** How many AURA has not closed, whatever is filtered by. */
  open: z.number().int(),
});
export type Board = z.output<typeof boardSchema>;

/** A field of a form that filters: left empty, it filters nothing. `words` for what is nothing of its kind. */
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
  /** Days in UTC on which it was raised, both included. */
  from: filterBy(z.iso.date(DAY), DAY),
  to: filterBy(z.iso.date(DAY), DAY),
  order: z.enum(['newest', 'oldest']).default('newest'),
});
export type BoardFilter = z.output<typeof boardFilter>;

/** What the list is filtered by, as it stands in an address. */
export const boardFields = ['search', 'state', 'stage', 'kind', 'from', 'to', 'order'] as const;
export type BoardQuery = Partial<Record<(typeof boardFields)[number], string>>;

export const boardInput = boardFilter.extend({
  /** The `next` of an earlier page: instant and id of its last row. Longer numbers are no instants. */
  after: z
    .string()
    .regex(/^\d{1,14}_\d{1,16}$/, 'Not a cursor of this list')
    .optional(),
});
