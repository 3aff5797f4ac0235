import { z } from 'zod';
import { followingSchema, trailSchema } from '#lib/positions/schema.ts';

export const stages = [
  'raised',
  'owned',
  'dispatched',
  'arrived',
  'completed',
  'cancelled',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

export const factSources = ['press', 'poll', 'webhook', 'device', 'person', 'operator'] as const;
export type FactSource = (typeof factSources)[number];

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

/** An entry of AURA's list of active callouts. */
export const listedCalloutSchema = z.object({
  calloutId: calloutIdField,
  customerId: z.number().nullable(),
  rawStatus: z.string().nullable(),
  trackingUrl: z.string().nullable(),
});
export type ListedCallout = z.output<typeof listedCalloutSchema>;

/** What its owner and operators may know of a callout. `asOf` is when AURA last told us. */
export const calloutSchema = z.object({
  calloutId: z.number().int(),
  kind: z.enum(['real', 'test']),
  stage: z.enum(stages),
  rawStatus: z.string().nullable(),
  raisedAt: instant,
  asOf: instant,
  /** When we last asked; later than `asOf` while AURA does not answer. */
  askedAt: instant,
  closedAt: instant.nullable(),
  /** Our clock when this was answered; ages count from here, so that a device's wrong clock does not matter. */
  servedAt: instant,
  /** Since when the person has been saying that they are safe: to them, nothing later is shown but the close. */
  safeAskedAt: instant.nullable(),
  timeline: z.array(factSchema),
  /** What the person's device says of its position; null where none has said anything. */
  following: followingSchema.nullable().default(null),
});
export type Callout = z.output<typeof calloutSchema>;

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

export const calloutRowSchema = calloutSchema
  .omit({ timeline: true, servedAt: true, following: true, safeAskedAt: true })
  .extend({ duressAt: instant.nullable(), person: z.object({ name: z.string(), surname: z.string() }) });
export type CalloutRow = z.output<typeof calloutRowSchema>;

/** A page of the board, newest first; `next` is the cursor of the page after it. */
export const boardSchema = z.object({
  asOf: instant,
  callouts: z.array(calloutRowSchema),
  next: z.string().nullable(),
});
export type Board = z.output<typeof boardSchema>;

export const boardInput = z.object({
  /** The `next` of an earlier page: instant and id of its last row. Longer numbers are no instants. */
  after: z
    .string()
    .regex(/^\d{1,14}_\d{1,16}$/, 'Not a cursor of this list')
    .optional(),
});
