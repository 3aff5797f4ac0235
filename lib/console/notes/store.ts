import 'server-only';
import { asc, count, eq, inArray } from 'drizzle-orm';
import { calloutNote } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announceChange } from '#lib/live/changes.ts';
import { MAX_NOTES } from './schema.ts';

export type NewNote = {
  id: string;
  calloutId: number;
  /** The callout's owner: their pages receive the change, without the note. */
  personId: string;
  operatorId: string;
  text: string;
  at: Date;
};

/** Stores a note. False when its id exists. */
export async function insertNote(actor: Actor, note: NewNote): Promise<boolean> {
  const { id, calloutId, personId, operatorId, text, at } = note;
  return transaction(async (tx) => {
    const inserted = await tx
      .insert(calloutNote)
      .values({ id, calloutId, operatorId, text, writtenAt: at })
      .onConflictDoNothing()
      .returning({ id: calloutNote.id });
    if (inserted.length === 0) return false;
    await audit(actor, { action: 'note.write', subject: String(calloutId) }, tx);
    await announceChange(tx, { about: 'callout', calloutId, personId });
    return true;
  });
}

export async function findNote(id: string) {
  const [row] = await database().select().from(calloutNote).where(eq(calloutNote.id, id));
  return row ?? null;
}

export async function countNotes(calloutId: number): Promise<number> {
  const [row] = await database()
    .select({ notes: count() })
    .from(calloutNote)
    .where(eq(calloutNote.calloutId, calloutId));
  return row?.notes ?? 0;
}

/** Oldest first, with authors' names. */
export async function listNotesOf(calloutId: number) {
  return database()
    .select({ id: calloutNote.id, by: user.name, text: calloutNote.text, writtenAt: calloutNote.writtenAt })
    .from(calloutNote)
    .innerJoin(user, eq(user.id, calloutNote.operatorId))
    .where(eq(calloutNote.calloutId, calloutId))
    .orderBy(asc(calloutNote.writtenAt), asc(calloutNote.id))
    .limit(MAX_NOTES);
}

/** Deletes what operators wrote about these callouts. */
export async function eraseNotes(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx.delete(calloutNote).where(inArray(calloutNote.calloutId, [...calloutIds]));
}
