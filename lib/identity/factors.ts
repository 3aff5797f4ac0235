import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { operatorPasskey } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { account } from '#lib/db/identity-tables.ts';
import { twoFactor } from '#lib/db/operator-tables.ts';
import { user } from '#lib/db/tables.ts';

// An operator's second factors. `user.two_factor_enabled` makes sign-in ask for one. A `two_factor` row holds
// the TOTP secret (counts once `verified`) and the recovery codes of all factors.

export type Factors = { hasApp: boolean; passkeys: number };

/** Both encrypted by better-auth. */
export type SealedApp = { secret: string; backupCodes: string };

export async function findFactors(operatorId: string): Promise<Factors> {
  return readFactors(database(), operatorId);
}

async function readFactors(
  connection: Transaction | ReturnType<typeof database>,
  operatorId: string,
): Promise<Factors> {
  const [app] = await connection
    .select({ verified: twoFactor.verified })
    .from(twoFactor)
    .where(eq(twoFactor.userId, operatorId));
  const passkeys = await connection.$count(operatorPasskey, eq(operatorPasskey.operatorId, operatorId));
  return { hasApp: app?.verified === true, passkeys };
}

/** Serialises changes per operator, so that none misses being the first or the last factor. */
export async function changeFactors<Outcome>(
  operatorId: string,
  change: (tx: Transaction, factors: Factors) => Promise<Outcome>,
): Promise<Outcome> {
  return transaction(async (tx) => {
    await tx.select({ id: user.id }).from(user).where(eq(user.id, operatorId)).for('update');
    return change(tx, await readFactors(tx, operatorId));
  });
}

/** Sign-in asks for a second step from now on. Stores the recovery codes, in a row without an active app. */
export async function turnFactorsOn(tx: Transaction, operatorId: string, sealed: SealedApp): Promise<void> {
  await replaceApp(tx, operatorId, sealed);
  await tx.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, operatorId));
}

export async function turnFactorsOff(tx: Transaction, operatorId: string): Promise<void> {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, operatorId));
  await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, operatorId));
}

/** Replaces app and recovery codes; the app counts once verified by a code. */
export async function replaceApp(tx: Transaction, operatorId: string, sealed: SealedApp): Promise<void> {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, operatorId));
  await tx.insert(twoFactor).values({ id: randomUUID(), userId: operatorId, verified: false, ...sealed });
}

/** Replaces the secret only; recovery codes stay valid. */
export async function replaceAppSecret(tx: Transaction, operatorId: string, secret: string): Promise<void> {
  await tx.update(twoFactor).set({ secret, verified: false }).where(eq(twoFactor.userId, operatorId));
}

export async function replaceRecoveryCodes(
  tx: Transaction,
  operatorId: string,
  backupCodes: string,
): Promise<void> {
  await tx.update(twoFactor).set({ backupCodes }).where(eq(twoFactor.userId, operatorId));
}

/** Encrypted; null when no factor was ever set up. */
export async function findRecoveryCodes(operatorId: string): Promise<string | null> {
  const [row] = await database()
    .select({ backupCodes: twoFactor.backupCodes })
    .from(twoFactor)
    .where(eq(twoFactor.userId, operatorId));
  return row?.backupCodes ?? null;
}

export async function isSecondFactorOn(operatorId: string): Promise<boolean> {
  const [row] = await database()
    .select({ isOn: user.twoFactorEnabled })
    .from(user)
    .where(eq(user.id, operatorId));
  return row?.isOn === true;
}

/** An account at the identity provider has a row of its own. */
const isPassword = eq(account.providerId, 'credential');

/** Who signs in with an e-mail address, and with what. */
export async function findPasswordOf(email: string) {
  const [row] = await database()
    .select({ operatorId: user.id, hash: account.password })
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(and(eq(user.email, email.toLowerCase()), isPassword));
  return row ?? null;
}

/** Whether the operator with this e-mail address signs in with the identity provider `issuer`. */
export async function isOfProvider(email: string, issuer: string): Promise<boolean> {
  const [row] = await database()
    .select({ id: account.id })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(eq(user.email, email.toLowerCase()), eq(account.providerId, issuer)));
  return row !== undefined;
}

/** The hash after a change of the password that is just being made; see `replacePassword`. */
export async function findSettledPasswordHash(operatorId: string): Promise<string | null> {
  return transaction(async (tx) => {
    // First the user, as there: the other order is a deadlock. The hash is read after the wait.
    await tx.select({ id: user.id }).from(user).where(eq(user.id, operatorId)).for('share');
    const [row] = await tx
      .select({ hash: account.password })
      .from(account)
      .where(and(eq(account.userId, operatorId), isPassword));
    return row?.hash ?? null;
  });
}

export async function findPasswordHash(operatorId: string): Promise<string | null> {
  const [row] = await database()
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, operatorId), isPassword));
  return row?.hash ?? null;
}
