import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import type { EntryChange, Journalled } from '#lib/panic/core/next.ts';
import type { Moment } from '#lib/panic/core/press.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import { fixSources, kinds, pressProblems } from '#lib/vocabulary.ts';

// Presses kept on this machine's disk while the database is away, one sealed file each. A write is atomic: to a file
// aside, flushed, then renamed.

const SEAL = 'press-journal';
const SUFFIX = '.press';
const ASIDE = '.new';
/** No write takes this long: an older file aside was left by a process that died. */
const LEFT_ASIDE_MS = 60_000;

const entrySchema = z.object({
  pressId: pressIdField,
  personId: z.string(),
  customerId: z.number().int(),
  kind: z.enum(kinds),
  pressedAt: z.coerce.date(),
  receivedAt: z.coerce.date(),
  sendsAt: z.coerce.date().nullable().default(null),
  fix: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      accuracyM: z.number().nullable(),
      fixedAt: z.coerce.date().nullable(),
      measuredAt: z.coerce.date().nullable().default(null),
      fixSource: z.enum(fixSources).nullable(),
    })
    .nullable(),
  responseTypeId: z.number().int().nullable().default(null),
  state: z.enum(['recorded', 'delivered', 'rejected']),
  attempts: z.number().int(),
  lastAttemptAt: z.coerce.date().nullable(),
  outcomeUnknownSince: z.coerce.date().nullable(),
  lastProblem: z.enum(pressProblems).nullable(),
  settledAt: z.coerce.date().nullable(),
  withdrawRequestedAt: z.coerce.date().nullable().default(null),
  /** See `PersonActor`. */
  uncheckedEdition: z.number().int().nullable().default(null),
  uncheckedDevice: z.string().nullable().default(null),
  callout: z
    .object({
      calloutId: z.number().int(),
      rawStatus: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      // Absent in an entry that an earlier build wrote.
      responseTypeId: z.number().int().nullable().default(null),
      isTest: z.boolean().nullable().default(null),
      createdAt: z.coerce.date().nullable().default(null),
      place: z.object({ latitude: z.number(), longitude: z.number() }).nullable().default(null),
    })
    .nullable(),
});

/** Presses that a request is working on; the recovery skips them. */
export function pressesInRequest(): Set<string> {
  return processSingleton('journal-in-request', () => new Set());
}

/** Runs `work` under this process's lock on one entry, so that no other write comes between its read and its write. */
export async function holdingEntry<Value>(pressId: string, work: () => Promise<Value>): Promise<Value> {
  const queues = processSingleton('journal-queues', () => new Map<string, Promise<unknown>>());
  const turn = (queues.get(pressId) ?? Promise.resolve()).then(work, work);
  queues.set(pressId, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(pressId) === turn) queues.delete(pressId);
  }
}

/**
 * Reads, changes and writes one entry under its lock. An unreadable entry throws unless it counts as absent. A failed
 * write must not stop a press, so it is only reported by `isKept`.
 */
export function changeEntry(
  { pressId, change, isUnreadableAbsent }: EntryChange,
  moment: () => Moment,
): Promise<Journalled> {
  return holdingEntry(pressId, async () => {
    const before = await (isUnreadableAbsent ? readIfReadable(pressId) : readEntry(pressId));
    const entry = change(before, moment());
    if (entry === null || entry === before) return { before, entry: before, isKept: before !== null };
    return { before, entry, isKept: await keep(entry) };
  });
}

async function readIfReadable(pressId: string): Promise<JournalEntry | null> {
  try {
    return await readEntry(pressId);
  } catch (error) {
    log.error({ error: describeError(error), pressId }, 'journal not readable');
    return null;
  }
}

async function keep(entry: JournalEntry): Promise<boolean> {
  try {
    await writeEntry(entry);
    return true;
  } catch (error) {
    log.error({ error: describeError(error), pressId: entry.pressId }, 'press not journalled');
    return false;
  }
}

/** Writes or replaces an entry durably: it survives a loss of power. */
export async function writeEntry(entry: JournalEntry): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const target = pathOf(entry.pressId);
  const aside = `${target}.${randomUUID()}${ASIDE}`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(seal(SEAL, JSON.stringify(entry)));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, target);
  const directory = await open(folder(), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** The entry of a press, or null when the journal has none; throws when it cannot be opened. */
export async function readEntry(pressId: string): Promise<JournalEntry | null> {
  try {
    const sealed = await readFile(pathOf(pressId), 'utf8');
    const text = unseal(SEAL, sealed);
    if (text === null) throw new Error('the entry of a press cannot be opened');
    return entrySchema.parse(JSON.parse(text));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The ids of all presses in the journal. */
export async function listEntries(): Promise<string[]> {
  return (await listFiles(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((id) => pressIdField.safeParse(id).success);
}

/** Presses that the recovery could not move: unreadable, or refused by the database. */
export function stuckPresses(): Set<string> {
  return processSingleton('journal-stuck', () => new Set());
}

/** How many presses are in this machine's journal, and how many of them are stuck. */
export async function countJournal(): Promise<{ presses: number; stuck: number }> {
  return { presses: (await listEntries()).length, stuck: stuckPresses().size };
}

/** Removes files left by processes that died in the middle of a write. */
export async function tidyJournal(): Promise<void> {
  for (const name of await listFiles(ASIDE)) {
    const path = join(folder(), name);
    const { mtimeMs } = await stat(path);
    if (now().getTime() - mtimeMs > LEFT_ASIDE_MS) await rm(path, { force: true });
  }
}

async function listFiles(suffix: string): Promise<string[]> {
  try {
    return (await readdir(folder())).filter((name) => name.endsWith(suffix));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Removes a recovered entry unless it has changed since. */
export async function forgetEntry(pressId: string, kept: JournalEntry): Promise<void> {
  const entry = await readEntry(pressId);
  if (JSON.stringify(entry) === JSON.stringify(kept)) await rm(pathOf(pressId), { force: true });
}

function folder(): string {
  return join(env.VIGIL_DATA_DIR, 'journal');
}

// Parsed as a UUID, so the id cannot name a path outside the journal.
function pathOf(pressId: string): string {
  return join(folder(), `${pressIdField.parse(pressId)}${SUFFIX}`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
