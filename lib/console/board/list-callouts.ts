import 'server-only';
import type { Board, CalloutRow } from '#lib/callouts/answers.ts';
import { newestPlace } from '#lib/callouts/facts-model.ts';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { type BoardFilter, boardInput } from '#lib/callouts/schema.ts';
import { addressIn, outline } from '#lib/callouts/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import {
  byPersonsQuery,
  type Cursor,
  countOpen,
  cursorOf,
  findPassing,
  idsOf,
  listMatchingPersons,
  listRows,
  openIdsQuery,
  type Wanted,
  walkEndQuery,
  walkQuery,
} from './board-store.ts';
import { calloutIdIn, personLookups } from './search-model.ts';

/** Two such lists are on the board beside the queue: longer ones cost each of its answers. */
const PAGE_SIZE = 15;

/** One page of matching callouts, by `order`, after the cursor. */
export const listCallouts = verb('callout.list', boardInput, async (_actor, { after, ...filter }) => {
  const at = now();
  await noteBoardWatched(at);
  const [found, open] = await Promise.all([find(filter, after ? readCursor(after) : null), countOpen()]);
  const callouts = (await listRows(found.ids)).map(toRow);
  const last = found.isFull ? cursorAt(callouts.at(-1)) : found.end;
  const board: Board = {
    asOf: at.toISOString(),
    callouts,
    next: last && `${last.raisedAt.getTime()}_${last.id}`,
    searchedBackTo: (!found.isFull && found.end?.raisedAt.toISOString()) || null,
    open,
  };
  return ok(board);
});

type Page = {
  ids: number[];
  isFull: boolean;
  /** Where the scan ended, if it hit the limit. */
  end: Cursor | null;
};

async function find(filter: BoardFilter, after: Cursor | null): Promise<Page> {
  const calloutId = calloutIdIn(filter.search);
  const wanted: Wanted = { filter, after, except: calloutId, limit: PAGE_SIZE + 1 };
  // A callout whose number was typed comes first, on the first page only.
  const [named, { ids, end }] = await Promise.all([
    calloutId === null || after ? [] : findPassing(calloutId, filter),
    findOthers(wanted),
  ]);
  return { ids: [...named, ...ids.slice(0, PAGE_SIZE)], isFull: ids.length > PAGE_SIZE, end };
}

async function findOthers(wanted: Wanted): Promise<Pick<Page, 'ids' | 'end'>> {
  const { filter, limit } = wanted;
  const lookups = filter.search === '' ? null : personLookups(filter.search);
  if (filter.state === 'open') return { ids: await idsOf(openIdsQuery(wanted, lookups)), end: null };
  const personIds = lookups && (await listMatchingPersons(lookups));
  if (personIds) return { ids: await idsOf(byPersonsQuery(wanted, personIds)), end: null };
  const ids = await idsOf(walkQuery(wanted, lookups));
  return { ids, end: ids.length < limit ? await cursorOf(walkEndQuery(wanted)) : null };
}

function readCursor(cursor: string): Cursor {
  const [raisedAtMs = 0, id = 0] = cursor.split('_').map(Number);
  return { raisedAt: new Date(raisedAtMs), id };
}

function cursorAt(row: CalloutRow | undefined): Cursor | null {
  return row ? { raisedAt: new Date(row.raisedAt), id: row.calloutId } : null;
}

type FoundRow = Awaited<ReturnType<typeof listRows>>[number];

function toRow(row: FoundRow): CalloutRow {
  const { callout, name, surname, incidents, reachedAt, lastAt, lastSource, takenBy, takenAt, position } =
    row;
  return {
    ...outline(callout),
    duressAt: callout.duressAt?.toISOString() ?? null,
    person: { name, surname },
    stageSince: (reachedAt ?? callout.raisedAt).toISOString(),
    lastFact: lastAt && lastSource ? { at: lastAt.toISOString(), source: lastSource } : null,
    place: newestPlace(position, { ...callout, measuredAt: callout.fixedAt }),
    address: addressIn({ incidents }),
    acknowledged: takenBy && takenAt ? { by: takenBy, at: takenAt.toISOString() } : null,
  };
}
