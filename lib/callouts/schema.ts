import { z } from 'zod';
import { zoneField } from '#lib/platform/zone.ts';
import { kinds, stages } from '#lib/vocabulary.ts';

/** AURA's callout ids are positive integers. */
export const calloutIdField = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

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
