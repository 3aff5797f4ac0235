import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { queueMessage } from '#lib/following/messages/records.ts';
import type { Fix } from '#lib/geo/model.ts';
import type { PressRecord } from '#lib/panic/core/model.ts';
import { movedNote, positionNote } from '#lib/panic/note-model.ts';

type SettledPress = Pick<PressRecord, 'id' | 'state' | 'calloutId'> & { fix: Fix | null };

/**
 * Queues the note about a delivered press's position, in the transaction that settles the press and once for each
 * press.
 */
export async function queuePositionNote(
  connection: Database | Transaction,
  press: SettledPress,
  at: Date,
): Promise<void> {
  const { id, state, calloutId, fix } = press;
  if (state !== 'delivered' || calloutId === null) return;
  const text = fix && positionNote(fix, at);
  if (!text) return;
  await queueMessage(connection, {
    id: randomUUID(),
    calloutId,
    author: 'vigil',
    authorId: null,
    text,
    pressId: id,
    at,
  });
}

/** Queues the note that replaces the one about a callout's earlier position. */
export async function queueMovedNote(
  calloutId: number,
  before: Fix | null,
  fix: Fix,
  at: Date,
): Promise<void> {
  const text = movedNote(before, fix, at);
  if (!text) return;
  await queueMessage(database(), { id: randomUUID(), calloutId, author: 'vigil', authorId: null, text, at });
}
