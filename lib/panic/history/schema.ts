import { z } from 'zod';
import type { Kind, PressState, Stage } from '#lib/vocabulary.ts';

/** Instant in microseconds since 1970, `c` for a callout or `p` for a press, and its id. */
const CURSOR = /^(\d{1,17})_(?:c(\d{1,15})|p([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/;

export type Cursor = { at: string; calloutId: number | null; pressId: string | null };

export const listHistoryInput = z.object({
  /** `next` of the page before. */
  after: z
    .string('Not a cursor of this list')
    .transform((text, context): Cursor => {
      const [, at, calloutId, pressId] = CURSOR.exec(text) ?? [];
      if (at !== undefined)
        return { at, calloutId: calloutId ? Number(calloutId) : null, pressId: pressId ?? null };
      context.addIssue({ code: 'custom', message: 'Not a cursor of this list' });
      return z.NEVER;
    })
    .optional(),
});

/** What is said of how it ended; `pressed` and `safe` say no more than what the person did. */
export type Ended =
  | { how: 'open'; stage: Stage }
  | { how: 'closed'; before: Exclude<Stage, 'closed'> }
  | { how: 'safe' }
  | { how: 'pressed' }
  | { how: 'not_sent'; state: Exclude<PressState, 'delivered'> };

export type HistoryLine = {
  key: string;
  at: string;
  kind: Kind;
  /** Null for a press that AURA has not. */
  calloutId: number | null;
  ended: Ended;
};

/** Newest first. */
export type History = { lines: HistoryLine[]; next: string | null };
