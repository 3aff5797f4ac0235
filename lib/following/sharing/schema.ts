import * as z from 'zod/mini';
import { kinds, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

/** The person's view of their links, never the links themselves. */
export const shareStateSchema = z.object({
  servedAt: instant,
  active: z.int(),
  expiresAt: z.nullable(instant),
  /** Contacts who were sent a link by text, and who are to be. */
  texted: z.int(),
  texting: z.int(),
});
export type ShareState = z.output<typeof shareStateSchema>;

/** Shown once. */
export const newLinkSchema = z.object({ url: z.url(), expiresAt: instant });
export type NewLink = z.output<typeof newLinkSchema>;

/** All that the holder of a link sees. */
export const sharedCalloutSchema = z.object({
  kind: z.enum(kinds),
  stage: z.enum(stages),
  /** Since when the person says that they are safe; nothing later is shown. */
  safeAskedAt: z.nullable(instant),
  raisedAt: instant,
  asOf: instant,
  servedAt: instant,
  expiresAt: instant,
  position: z.nullable(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: z.nullable(z.number()),
      measuredAt: z.nullable(instant),
    }),
  ),
});
export type SharedCallout = z.output<typeof sharedCalloutSchema>;

/** 32 random bytes as base64url. */
export const shareToken = z.string().check(z.regex(/^[\w-]{43}$/));
