import { z } from 'zod';
import { doubts, type fixSources, pauseReasons } from '#lib/vocabulary.ts';

// Positions as they come in and go out: of a press, of a callout, of the device that is followed.

/** A position as the browser sends it; the server reads it with reading.ts. */
export type SentLocation = {
  latitude: number;
  longitude: number;
  /** Metres; null where the browser does not know it. */
  accuracy: number | null;
  fixedAt: string;
  source: (typeof fixSources)[number];
};

const instant = z.iso.datetime();

/** Where the person of an open callout is, as far as we know. */
export const positionSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  /** Metres; null where the device did not know it. */
  accuracy: z.number().nullable(),
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
