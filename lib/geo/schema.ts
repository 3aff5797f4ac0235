import * as z from 'zod/mini';
import { doubts, type fixSources, pauseReasons } from '#lib/vocabulary.ts';

/** A position as the browser sends it; the server parses it with reading.ts. */
export type SentLocation = {
  latitude: number;
  longitude: number;
  /** Metres; null when unknown. */
  accuracy: number | null;
  fixedAt: string;
  source: (typeof fixSources)[number];
};

const instant = z.iso.datetime();

/** Position of an open callout's person. */
export const positionSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  /** Metres; null when unknown. */
  accuracy: z.nullable(z.number()),
  measuredAt: instant,
});
export type Position = z.output<typeof positionSchema>;

/** State of a callout's position reports. */
export const followingSchema = z.object({
  state: z.enum(['live', 'paused']),
  /** The device's stated reason; null when reports just stopped. */
  pauseReason: z.nullable(z.enum(pauseReasons)),
  heardAt: instant,
  newest: z.nullable(positionSchema),
  /** Measuring time of the newest fix that AURA has. */
  atAuraMeasuredAt: z.nullable(instant),
});
export type Following = z.output<typeof followingSchema>;

export const trailSchema = z.array(
  z.extend(positionSchema, { receivedAt: instant, doubt: z.nullable(z.enum(doubts)) }),
);
export type Trail = z.output<typeof trailSchema>;
