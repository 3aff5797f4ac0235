import 'server-only';
import { and, eq, exists, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database, transaction } from '#lib/db/database.ts';
import { operatorPasswordReset } from '#lib/db/operator-tables.ts';
import { user } from '#lib/db/tables.ts';
import { replacePassword } from '#lib/identity/accounts.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

type Owner = Extract<Actor, { operatorId: string }>;
type NewReset = typeof operatorPasswordReset.$inferInsert;

const maker = alias(user, 'maker');

/** A link ends when its maker is no longer an admin; the command's has no maker. It opens no account that is switched off. */
function isOpenAt(at: Date) {
  const byAdmin = database()
    .select({ id: maker.id })
    .from(maker)
    .where(
      and(eq(maker.id, operatorPasswordReset.madeBy), eq(maker.role, 'admin'), isNull(maker.disabledAt)),
    );
  const owner = database()
    .select({ id: user.id })
    .from(user)
    .where(
      and(
        eq(user.id, operatorPasswordReset.operatorId),
        inArray(user.role, [...operatorRoles]),
        isNull(user.disabledAt),
      ),
    );
  return and(
    gt(operatorPasswordReset.expiresAt, at),
    or(isNull(operatorPasswordReset.madeBy), exists(byAdmin)),
    exists(owner),
  );
}

/** Keeps a link, in place of an earlier one of the same operator. */
export async function keepReset(actor: Actor, reset: NewReset): Promise<void> {
  await transaction(async (tx) => {
    const { operatorId, ...kept } = reset;
    await tx
      .insert(operatorPasswordReset)
      .values(reset)
      .onConflictDoUpdate({ target: operatorPasswordReset.operatorId, set: kept });
    await audit(actor, { action: 'operator.make_password_link', subject: operatorId }, tx);
  });
}

export async function findReset(tokenHashes: readonly string[], at: Date) {
  const [row] = await database()
    .select({ operatorId: user.id, email: user.email, name: user.name })
    .from(operatorPasswordReset)
    .innerJoin(user, eq(user.id, operatorPasswordReset.operatorId))
    .where(and(inArray(operatorPasswordReset.tokenHash, [...tokenHashes]), isOpenAt(at)));
  return row ?? null;
}

type Use = { tokenHashes: readonly string[]; passwordHash: string; at: Date };

/** Consumes a link and replaces the password in one transaction; false when the link is gone. */
export async function takeReset(actor: Actor, { tokenHashes, passwordHash, at }: Use): Promise<boolean> {
  return transaction(async (tx) => {
    const [taken] = await tx
      .delete(operatorPasswordReset)
      .where(and(inArray(operatorPasswordReset.tokenHash, [...tokenHashes]), isOpenAt(at)))
      .returning();
    if (!taken) return false;
    const { operatorId, madeBy } = taken;
    const ended = await replacePassword(tx, operatorId, { passwordHash, at });
    // Who made the link is in the entry of its making.
    const detail = `${madeBy === null ? 'by the command’s link' : 'by an admin’s link'}, sessions ended: ${ended}`;
    await audit(actor, { action: 'operator.reset_password', subject: operatorId, detail }, tx);
    return true;
  });
}

type Change = { passwordHash: string; at: Date; kept: string };

/** Ends all sessions but the one it was changed in, and any link to a new password. */
export async function changePassword(owner: Owner, change: Change): Promise<void> {
  const { operatorId } = owner;
  await transaction(async (tx) => {
    await tx.delete(operatorPasswordReset).where(eq(operatorPasswordReset.operatorId, operatorId));
    const ended = await replacePassword(tx, operatorId, change);
    const detail = `other sessions ended: ${ended}`;
    await audit(owner, { action: 'operator.change_password', subject: operatorId, detail }, tx);
  });
}

export async function sweepResets(at: Date): Promise<void> {
  await database().delete(operatorPasswordReset).where(lte(operatorPasswordReset.expiresAt, at));
}
