import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { account, session } from '#lib/db/identity-tables.ts';
import { user } from '#lib/db/tables.ts';
import type { OperatorRole } from '#lib/vocabulary.ts';

// Accounts and their sessions, for the rooms whose rows stand on them: in the transaction of the caller.

type NewUser = { id: string; name: string; email: string; role: string };

function insertUser(tx: Transaction, fields: NewUser, at: Date) {
  return tx.insert(user).values({ ...fields, emailVerified: false, createdAt: at, updatedAt: at });
}

/** An operator who signs in with e-mail and password; the hash is better-auth's. */
export async function insertOperator(
  fields: NewUser,
  passwordHash: string,
  at: Date,
  within?: Transaction,
): Promise<void> {
  const insert = async (tx: Transaction) => {
    await insertUser(tx, fields, at);
    await tx.insert(account).values({
      id: fields.id,
      accountId: fields.id,
      providerId: 'credential',
      userId: fields.id,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    });
  };
  await (within ? insert(within) : transaction(insert));
}

/**
 * The account that carries a person's sessions. better-auth wants an e-mail address for every user; people have none
 * with us, and .invalid never resolves.
 */
export async function insertPersonAccount(
  tx: Transaction,
  { id, name, createdAt }: { id: string; name: string; createdAt: Date },
): Promise<void> {
  await insertUser(tx, { id, name, email: `${id}@people.invalid`, role: 'person' }, createdAt);
}

/** Changes what an operator may do, from their next request on. */
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

/** Ends all sessions of a person or an operator, or one of them; gives how many ended. */
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
  return ended.length;
}
