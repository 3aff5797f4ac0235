import * as z from 'zod/mini';
import { followingSchema, trailSchema } from '#lib/geo/schema.ts';
import { factSources, kinds, type Stage, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

/** A timeline entry: a stage reached, or a status text that maps to none. */
const factSchema = z.object({
  at: instant,
  stage: z.nullable(z.enum(stages)),
  event: z.nullable(z.string()),
  source: z.enum(factSources),
});

/** A callout as its owner and operators may see it. `asOf` is when AURA last reported it. */
export const calloutSchema = z.object({
  calloutId: z.int(),
  kind: z.enum(kinds),
  stage: z.enum(stages),
  rawStatus: z.nullable(z.string()),
  raisedAt: instant,
  asOf: instant,
  /** When we last asked; later than `asOf` while AURA does not answer. */
  askedAt: instant,
  closedAt: z.nullable(instant),
  /** When a webhook event reported the close, until an answer of AURA's confirms it. */
  closeReportedAt: z._default(z.nullable(instant), null),
  /** Server time of this answer; ages count from here, so the device's clock does not matter. */
  servedAt: instant,
  /** Since when the person says that they are safe: they see nothing later but the close. */
  safeAskedAt: z.nullable(instant),
  timeline: z.array(factSchema),
  /** State of the device's position reports; null before the first. */
  following: z._default(z.nullable(followingSchema), null),
});
export type Callout = z.output<typeof calloutSchema>;

/** A stage and the duration since the previous one; null for the first. */
export type StageTime = { stage: Stage; at: string; tookMs: number | null };

const fixSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.nullable(z.number()),
  fixedAt: z.nullable(instant),
  source: z.nullable(z.string()),
});

/** One entry of AURA's `incidentInformation[]`: the known fields, and the rest as it came. */
export const incidentSchema = z.object({
  typeOfEmergency: z.nullable(z.string()),
  category: z.nullable(z.string()),
  responseType: z.nullable(z.string()),
  address: z.nullable(z.string()),
  dispatch: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Incident = z.output<typeof incidentSchema>;

export const calloutDetailSchema = z.extend(calloutSchema, {
  person: z.object({
    name: z.string(),
    surname: z.string(),
    latinName: z._default(z.nullable(z.string()), null),
    mobile: z.string(),
  }),
  fix: z.nullable(fixSchema),
  /** Newest first, truncated. */
  trail: z._default(trailSchema, []),
  /** When AURA last reported `incidents`, which its list does not; null when unknown. */
  incidentsAsOf: z._default(z.nullable(instant), null),
  incidents: z.array(incidentSchema),
});
export type CalloutDetail = z.output<typeof calloutDetailSchema>;

/** Position of the person: the newest believed fix, else the press's. */
export const placeSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.nullable(z.number()),
  measuredAt: z.nullable(instant),
  from: z.enum(['device', 'press']),
});
export type Place = z.output<typeof placeSchema>;

export const calloutRowSchema = z.extend(
  z.omit(calloutSchema, {
    timeline: true,
    servedAt: true,
    following: true,
    safeAskedAt: true,
    closeReportedAt: true,
  }),
  {
    duressAt: z.nullable(instant),
    person: z.object({ name: z.string(), surname: z.string() }),
    stageSince: instant,
    lastFact: z.nullable(z.object({ at: instant, source: z.enum(factSources) })),
    place: z.nullable(placeSchema),
    /** AURA's address text, where there is one. */
    address: z.nullable(z.string()),
    /** The latest acknowledgement of an alert about it. */
    acknowledged: z.nullable(z.object({ by: z.string(), at: instant })),
  },
);
export type CalloutRow = z.output<typeof calloutRowSchema>;

/** `next` is the cursor of the next page. */
export const boardSchema = z.object({
  asOf: instant,
  callouts: z.array(calloutRowSchema),
  next: z.nullable(z.string()),
  /** Set when the page ended at the scan limit: older callouts may match, too. */
  searchedBackTo: z.nullable(instant),
  /** How many are open, regardless of the filter. */
  open: z.int(),
});
export type Board = z.output<typeof boardSchema>;
