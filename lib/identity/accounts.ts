import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { account, oneTimeCode, session, verification } from '#lib/db/identity-tables.ts';
import { hasMobile } from '#lib/db/sealed-mobile.ts';
import { user } from '#lib/db/tables.ts';
import { forgetDevices } from '#lib/identity/devices.ts';
import { announceChange } from '#lib/live/changes.ts';
import { NOBODY, type OperatorRole } from '#lib/vocabulary.ts';

// Accounts and sessions for rooms that build on them; runs in the caller's transaction.

type NewUser = { id: string; name: string; email: string; role: string };

function insertUser(tx: Transaction, fields: NewUser, at: Date) {
  return tx.insert(user).values({ ...fields, emailVerified: false, createdAt: at, updatedAt: at });
}

export async function insertOperator(
  fields: NewUser,
  passwordHash: string,
  at: Date,
  within?: Transaction,
): Promise<void> {
  const insert = async (tx: Transaction) => {
    await insertUser(tx, fields, at);
    await insertPassword(tx, fields.id, passwordHash, at);
  };
  await (within ? insert(within) : transaction(insert));
}

function insertPassword(tx: Transaction, userId: string, password: string, at: Date) {
  const ids = { id: userId, accountId: userId, userId };
  return tx
    .insert(account)
    .values({ ...ids, providerId: 'credential', password, createdAt: at, updatedAt: at });
}

/** An identity of an operator at an identity provider. */
export type ProviderIdentity = { issuer: string; subject: string };

export async function insertOperatorOfProvider(
  tx: Transaction,
  fields: NewUser,
  identity: ProviderIdentity,
  at: Date,
): Promise<void> {
  await insertUser(tx, fields, at);
  await linkToProvider(tx, fields.id, identity, at);
}

/**
 * From now on this operator signs in with the provider only (see `maySignInLocally`), and what a password has begun ends: who
 * chose it need not be whom the provider means.
 */
export async function linkToProvider(
  tx: Transaction,
  userId: string,
  { issuer, subject }: ProviderIdentity,
  at: Date,
): Promise<void> {
  const ids = { id: randomUUID(), accountId: subject, providerId: issuer, userId };
  await tx.insert(account).values({ ...ids, createdAt: at, updatedAt: at });
  await tx.delete(verification).where(eq(verification.value, userId));
  await endSessions(tx, userId);
}

/** A person's session account. better-auth requires an e-mail address; `.invalid` never resolves. */
export async function insertPersonAccount(
  tx: Transaction,
  { id, name, createdAt }: { id: string; name: string; createdAt: Date },
): Promise<void> {
  await insertUser(tx, { id, name, email: `${id}@people.invalid`, role: 'person' }, createdAt);
}

/** The account of nobody, whom anonymised records belong to; no one can sign in to it. */
export async function ensureAccountOfNobody(tx: Transaction, at: Date): Promise<void> {
  const fields = { id: NOBODY, name: '', email: `${NOBODY}@people.invalid`, role: 'person' };
  await tx
    .insert(user)
    .values({ ...fields, createdAt: at, updatedAt: at })
    .onConflictDoNothing();
}

/** Takes out of an account what is of its person: name, sessions, devices, codes. The empty account stays. */
export async function eraseAccount(
  tx: Transaction,
  { personId, mobile, number }: { personId: string; mobile: string | null; number: number },
): Promise<void> {
  await endSessions(tx, personId);
  await forgetDevices(tx, personId);
  if (mobile !== null) await tx.delete(oneTimeCode).where(hasMobile(oneTimeCode, mobile));
  await tx
    .update(user)
    .set({ name: '', email: `erased-${number}@people.invalid` })
    .where(eq(user.id, personId));
}

export async function setOperatorAccess(
  tx: Transaction,
  operatorId: string,
  access: { role: OperatorRole | string; disabledAt: Date | null },
  at: Date,
): Promise<void> {
  await tx
    .update(user)
    .set({ ...access, updatedAt: at })
    .where(eq(user.id, operatorId));
}

/** Ends all sessions of an account, or one; returns how many ended. */
export async function endSessions(
  tx: Transaction,
  userId: string,
  sessionId: string | null = null,
): Promise<number> {
  const which: SQL | undefined = sessionId === null ? undefined : eq(session.id, sessionId);
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), which))
    .returning({ id: session.id });
  if (ended.length > 0) await announceChange(tx, { about: 'session_ended', userId });
  return ended.length;
}

/**
 * Replaces the password of an account, or gives it one, and ends what the old one began: all sessions but `kept`, and sign-ins
 * that wait for their second step. Returns how many sessions ended.
 */
export async function replacePassword(
  tx: Transaction,
  userId: string,
  { passwordHash, at, kept = null }: { passwordHash: string; at: Date; kept?: string | null },
): Promise<number> {
  // Waits for sessions that are just being made, and makes the next wait: see `isStillPassword`.
  await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
  const replaced = await tx
    .update(account)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
    .returning({ id: account.id });
  if (replaced.length === 0) await insertPassword(tx, userId, passwordHash, at);
  await tx.delete(verification).where(eq(verification.value, userId));
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, userId), kept === null ? undefined : ne(session.id, kept)))
    .returning({ id: session.id });
  if (ended.length > 0) await announceChange(tx, { about: 'session_ended', userId });
  return ended.length;
}

/** Marks that a session's operator proved again who they are; false when the session has ended. */
export async function keepStepUp(sessionId: string, operatorId: string, at: Date): Promise<boolean> {
  const kept = await database()
    .update(session)
    .set({ steppedUpAt: at })
    .where(and(eq(session.id, sessionId), eq(session.userId, operatorId)))
    .returning({ id: session.id });
  return kept.length === 1;
}
