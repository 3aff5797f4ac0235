import { z } from 'zod';
import { doubts, fixSources, pauseReasons } from '#lib/vocabulary.ts';

// Positions as they come in and go out: of a press, of a callout, of the device that is followed.

const EARLIEST = Date.UTC(1970);
const LATEST = Date.UTC(9000);

/** A device's clock may say anything; what the database could not hold is taken as the nearest that it can. */
export const deviceInstant = z.iso
  .datetime({ offset: true, error: 'Use an ISO 8601 date and time' })
  .transform((text) => new Date(Math.min(LATEST, Math.max(EARLIEST, Date.parse(text)))));

/** Degrees, metres, and the instant at which the position was measured. */
export const locationInput = z.object({
  latitude: z.number('Use a number').min(-90, 'Must be from -90 to 90').max(90, 'Must be from -90 to 90'),
  longitude: z
    .number('Use a number')
    .min(-180, 'Must be from -180 to 180')
    .max(180, 'Must be from -180 to 180'),
  accuracy: z
    .number('Use a number of metres')
    .min(0, 'Must not be negative')
    .max(50_000_000, 'Is more than the Earth'),
  fixedAt: deviceInstant,
  source: z.enum(fixSources, `Must be one of ${fixSources.join(', ')}`),
});

const instant = z.iso.datetime();

/** Where the person of an open callout is, as far as we know. */
export const positionSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number(),
  measuredAt: instant,
});
export type Position = z.output<typeof positionSchema>;

/** What is known of a callout's positions; null where no device has sent any. */
export const followingSchema = z.object({
  state: z.enum(['live', 'paused']),
  /** What the device said; null when it went quiet without a word. */
  pauseReason: z.enum(pauseReasons).nullable(),
  heardAt: instant,
  newest: positionSchema.nullable(),
  /** When the fix was measured that AURA has; null while it has none of these. */
  atAuraMeasuredAt: instant.nullable(),
});
export type Following = z.output<typeof followingSchema>;

export const trailSchema = z.array(
  positionSchema.extend({ receivedAt: instant, doubt: z.enum(doubts).nullable() }),
);
export type Trail = z.output<typeof trailSchema>;
