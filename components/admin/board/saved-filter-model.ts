import { z } from 'zod';
import { type BoardQuery, boardFields } from '#lib/callouts/schema.ts';

export const MAX_SAVED = 12;
export const MAX_NAME_LENGTH = 40;

const savedSchema = z.array(
  z.object({
    name: z.string().min(1).max(MAX_NAME_LENGTH),
    query: z.partialRecord(z.enum(boardFields), z.string().max(100)),
  }),
);
export type SavedFilter = z.output<typeof savedSchema>[number];

/** What this browser keeps; none where it keeps something else. */
export function readSaved(text: string | null): SavedFilter[] {
  try {
    const read = savedSchema.safeParse(JSON.parse(text ?? '[]'));
    return read.success ? read.data.slice(0, MAX_SAVED) : [];
  } catch {
    // No JSON: somebody else's, or cut off.
    return [];
  }
}

/** What of a search can be saved: whom it is about stays out of what a browser keeps. */
export function savable({ search: _, ...filter }: BoardQuery): BoardQuery {
  return filter;
}

/** With one more, which replaces the one of that name. */
export function withSaved(saved: readonly SavedFilter[], name: string, query: BoardQuery): SavedFilter[] {
  const others = saved.filter((one) => one.name !== name);
  return [...others, { name, query: savable(query) }].slice(-MAX_SAVED);
}
