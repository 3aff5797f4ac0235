import { MAX_ENTRIES } from './model.ts';
import type { Entry } from './schema.ts';

type Talk = Extract<Entry, { kind: 'messages' }>;

/** Sorted by time; consecutive equal entries are merged. */
export function mergedLog(entries: readonly Entry[]): Entry[] {
  const inOrder = entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const merged: Entry[] = [];
  for (const entry of inOrder) {
    const last = merged.at(-1);
    if (last?.kind === 'messages' && entry.kind === 'messages') merged.splice(-1, 1, together(last, entry));
    else merged.push(entry);
  }
  return merged.slice(-MAX_ENTRIES);
}

function together(one: Talk, other: Talk): Talk {
  const news = other.from.filter(
    ({ author, name }) => !one.from.some((known) => known.author === author && known.name === name),
  );
  return {
    ...one,
    until: other.until,
    count: one.count + other.count,
    from: [...one.from, ...news],
  };
}
