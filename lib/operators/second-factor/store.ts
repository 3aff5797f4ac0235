import 'server-only';
import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { operatorPasskey } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { changeFactors, type SealedApp, turnFactorsOff, turnFactorsOn } from '#lib/identity/factors.ts';
import { MAX_PASSKEYS } from './model.ts';

type Owner = Extract<Actor, { operatorId: string }>;

export async function listPasskeysOf(operatorId: string) {
  return database()
    .select()
    .from(operatorPasskey)
    .where(eq(operatorPasskey.operatorId, operatorId))
    .orderBy(asc(operatorPasskey.createdAt), asc(operatorPasskey.id));
}

export async function findPasskey(passkeyId: string) {
  const [row] = await database().select().from(operatorPasskey).where(eq(operatorPasskey.id, passkeyId));
  return row ?? null;
}

/** Shown by the device beside the passkey. */
export async function findAccountName(operatorId: string) {
  const [row] = await database()
    .select({ email: user.email, name: user.name })
    .from(user)
    .where(eq(user.id, operatorId));
  return row ?? null;
}

type NewPasskey = Omit<typeof operatorPasskey.$inferInsert, 'operatorId'>;

/** The first factor also turns on the second step of sign-in. */
export async function insertPasskey(
  owner: Owner,
  passkey: NewPasskey,
  sealed: SealedApp,
): Promise<'first' | 'added' | 'passkey.known' | 'passkey.too_many'> {
  const { operatorId } = owner;
  return changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (passkeys >= MAX_PASSKEYS) return 'passkey.too_many';
    const inserted = await tx
      .insert(operatorPasskey)
      .values({ ...passkey, operatorId })
      .onConflictDoNothing()
      .returning({ id: operatorPasskey.id });
    if (inserted.length === 0) return 'passkey.known';
    await audit(owner, { action: 'passkey.add', subject: operatorId, detail: passkey.label }, tx);
    if (hasApp || passkeys > 0) return 'added';
    await turnFactorsOn(tx, operatorId, sealed);
    return 'first';
  });
}

export async function updateLabel(owner: Owner, passkeyId: string, label: string): Promise<boolean> {
  return changeFactors(owner.operatorId, async (tx) => {
    const renamed = await tx
      .update(operatorPasskey)
      .set({ label })
      .where(and(eq(operatorPasskey.id, passkeyId), eq(operatorPasskey.operatorId, owner.operatorId)))
      .returning({ id: operatorPasskey.id });
    if (renamed.length === 0) return false;
    await audit(owner, { action: 'passkey.rename', subject: owner.operatorId, detail: `to ${label}` }, tx);
    return true;
  });
}

/** Without another factor, sign-in asks for the password only. */
export async function deletePasskey(owner: Owner, passkeyId: string): Promise<boolean> {
  const { operatorId } = owner;
  return changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    const [removed] = await tx
      .delete(operatorPasskey)
      .where(and(eq(operatorPasskey.id, passkeyId), eq(operatorPasskey.operatorId, operatorId)))
      .returning({ label: operatorPasskey.label });
    if (!removed) return false;
    if (!hasApp && passkeys === 1) await turnFactorsOff(tx, operatorId);
    await audit(owner, { action: 'passkey.remove', subject: operatorId, detail: removed.label }, tx);
    return true;
  });
}

/** Stores a use if the counter rose; a repeated counter is refused. */
export async function recordUse(passkeyId: string, counter: number, at: Date): Promise<boolean> {
  const countsNothing = and(eq(operatorPasskey.counter, 0), sql`${counter} = 0`);
  const used = await database()
    .update(operatorPasskey)
    .set({ counter, lastUsedAt: at })
    .where(and(eq(operatorPasskey.id, passkeyId), or(lt(operatorPasskey.counter, counter), countsNothing)))
    .returning({ id: operatorPasskey.id });
  return used.length === 1;
}
