import 'server-only';
import { randomUUID } from 'node:crypto';
import { queueMessage } from '#lib/messages/store.ts';
import { asFix } from '#lib/panic/model.ts';
import { positionNote } from '#lib/panic/note-model.ts';
import type { Database, Transaction } from '#lib/platform/db/database.ts';
import type { press } from '#lib/platform/db/tables.ts';

/**
 * Tells AURA's control room when the position of a delivered press was not measured just then, in the transaction
 * that settles the press, and once for each press.
 */
export async function queuePositionNote(
  connection: Database | Transaction,
  row: typeof press.$inferSelect,
  at: Date,
): Promise<void> {
  if (row.state !== 'delivered' || row.calloutId === null) return;
  const fix = asFix(row);
  const text = fix && positionNote(fix, row, at);
  if (!text) return;
  await queueMessage(connection, {
    id: randomUUID(),
    calloutId: row.calloutId,
    author: 'vigil',
    authorId: null,
    text,
    pressId: row.id,
    at,
  });
}
