import 'server-only';
import { randomUUID } from 'node:crypto';
import { queueMessage } from '#lib/messages/store.ts';
import type { Fix, PressRecord } from '#lib/panic/model.ts';
import { positionNote } from '#lib/panic/note-model.ts';
import type { Database, Transaction } from '#lib/platform/db/database.ts';

type SettledPress = Pick<PressRecord, 'id' | 'state' | 'calloutId' | 'receivedAt'> & {
  pressedAt: Date;
  fix: Fix | null;
};

/**
 * Tells AURA's control room when the position of a delivered press was not measured just then, in the transaction
 * that settles the press, and once for each press.
 */
export async function queuePositionNote(
  connection: Database | Transaction,
  press: SettledPress,
  at: Date,
): Promise<void> {
  const { id, state, calloutId, fix } = press;
  if (state !== 'delivered' || calloutId === null) return;
  const text = fix && positionNote(fix, press, at);
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
