import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { shareLink } from '#lib/db/following-tables.ts';
import { callout } from '#lib/db/tables.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

const PURPOSE = 'share-link';

export function hashToken(token: string): string {
  return keyedHash(PURPOSE, token);
}

export async function insertLink(link: {
  calloutId: number;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}): Promise<void> {
  await database()
    .insert(shareLink)
    .values({ id: randomUUID(), ...link });
}

/** Active links of a callout. */
export async function findActive(calloutId: number, at: Date) {
  const [row] = await database()
    .select({ active: count(), expiresAt: sql<string | null>`max(${shareLink.expiresAt})` })
    .from(shareLink)
    .where(isActive(calloutId, at));
  return { active: row?.active ?? 0, expiresAt: row?.expiresAt ? new Date(row.expiresAt) : null };
}

/** How many there were. */
export async function revokeLinks(tx: Transaction, calloutId: number, at: Date): Promise<number> {
  const { rowCount } = await tx.update(shareLink).set({ revokedAt: at }).where(isActive(calloutId, at));
  return rowCount ?? 0;
}

function isActive(calloutId: number, at: Date) {
  return and(eq(shareLink.calloutId, calloutId), isNull(shareLink.revokedAt), gt(shareLink.expiresAt, at));
}

/** The open callout of an active link; null otherwise. */
export async function findShared(token: string, at: Date) {
  const [row] = await database()
    .select({ callout, expiresAt: shareLink.expiresAt })
    .from(shareLink)
    .innerJoin(callout, eq(callout.id, shareLink.calloutId))
    .where(
      and(
        inArray(shareLink.tokenHash, keyedHashes(PURPOSE, token)),
        isNull(shareLink.revokedAt),
        gt(shareLink.expiresAt, at),
        isNull(callout.closedAt),
      ),
    );
  return row ?? null;
}

/** Deletes the links to these callouts. */
export async function eraseShareLinks(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx.delete(shareLink).where(inArray(shareLink.calloutId, [...calloutIds]));
}
