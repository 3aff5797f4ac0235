import 'server-only';
import { and, asc, count, desc, eq, exists, gt, inArray, isNull, lte, max, ne, sql } from 'drizzle-orm';
import { operatorPasskey } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { account, session } from '#lib/db/identity-tables.ts';
import { operatorInvitation, twoFactor } from '#lib/db/operator-tables.ts';
import { user } from '#lib/db/tables.ts';
import { endSessions, insertOperator, setOperatorAccess } from '#lib/identity/accounts.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { changeFactors, turnFactorsOff } from '#lib/identity/factors.ts';
import { operatorSessionMs } from '#lib/identity/rolling-cookies.ts';
import { losesAdmin } from '#lib/operators/model.ts';
import { roleField } from '#lib/operators/schema.ts';
import { type OperatorRole, operatorRoles } from '#lib/vocabulary.ts';

/** Serialises changes of admins, so that two cannot remove each other. */
const ADMINS_LOCK = 7_146_317;

const columns = {
  operatorId: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  hasSecondFactor: user.twoFactorEnabled,
  hasApp: sql<boolean>`exists (select from ${twoFactor} where ${twoFactor.userId} = ${user.id} and ${twoFactor.verified})`,
  passkeys: sql<number>`(select count(*)::int from ${operatorPasskey} where ${operatorPasskey.operatorId} = ${user.id})`,
  providers: sql<
    string[]
  >`array(select ${account.providerId} from ${account} where ${account.userId} = ${user.id})`,
  switchedOffAt: user.disabledAt,
  joinedAt: user.createdAt,
  lastSeenAt: max(session.updatedAt),
};

function selectOperators() {
  return database().select(columns).from(user).leftJoin(session, eq(session.userId, user.id)).$dynamic();
}

export async function listAllOperators() {
  return selectOperators()
    .where(inArray(user.role, [...operatorRoles]))
    .groupBy(user.id)
    .orderBy(asc(user.name), asc(user.id));
}

export async function findOperator(operatorId: string) {
  const [row] = await selectOperators()
    .where(and(eq(user.id, operatorId), inArray(user.role, [...operatorRoles])))
    .groupBy(user.id);
  return row ?? null;
}

export async function findOperatorByEmail(email: string) {
  const [row] = await selectOperators()
    .where(and(eq(user.email, email), inArray(user.role, [...operatorRoles])))
    .groupBy(user.id);
  return row ?? null;
}

type Change = { role?: OperatorRole; disabledAt?: Date | null };

/** Changes an operator unless no admin would be left. Switching off ends all sessions. */
export async function changeOperator(
  actor: Actor,
  operatorId: string,
  change: Change,
  entry: { action: string; detail?: string },
  at: Date,
): Promise<'changed' | 'unchanged' | 'operator.not_found' | 'operator.last_admin'> {
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADMINS_LOCK})`);
    const [found] = await tx.select().from(user).where(eq(user.id, operatorId));
    if (!found || !roleField.safeParse(found.role).success) return 'operator.not_found';
    const changed = { ...found, ...change };
    const isSame =
      changed.role === found.role && (changed.disabledAt === null) === (found.disabledAt === null);
    if (isSame) return 'unchanged';
    if (losesAdmin(stateOf(found), stateOf(changed)) && !(await hasAnotherAdmin(tx, operatorId))) {
      return 'operator.last_admin';
    }
    await setOperatorAccess(tx, operatorId, { role: changed.role, disabledAt: changed.disabledAt }, at);
    if (changed.disabledAt) await endSessions(tx, operatorId);
    await audit(actor, { ...entry, subject: operatorId }, tx);
    return 'changed';
  });
}

function stateOf({ role, disabledAt }: { role: string; disabledAt: Date | null }) {
  return { role, isSwitchedOff: disabledAt !== null };
}

async function hasAnotherAdmin(tx: Transaction, operatorId: string): Promise<boolean> {
  const [row] = await tx
    .select({ others: count() })
    .from(user)
    .where(and(eq(user.role, 'admin'), isNull(user.disabledAt), ne(user.id, operatorId)));
  return (row?.others ?? 0) > 0;
}

/** Removes all second factors and sessions of an operator; no-op when there are none. */
export async function removeSecondFactors(actor: Actor, operatorId: string): Promise<void> {
  await changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (!hasApp && passkeys === 0) return;
    await turnFactorsOff(tx, operatorId);
    await tx.delete(operatorPasskey).where(eq(operatorPasskey.operatorId, operatorId));
    await endSessions(tx, operatorId);
    const detail = [...(hasApp ? ['app'] : []), `${passkeys} passkeys`].join(', ');
    await audit(actor, { action: 'second_factor.reset', subject: operatorId, detail }, tx);
  });
}

/** An invitation ends when its creator is no longer an admin. */
function isOpenAt(at: Date) {
  const inviter = database()
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, operatorInvitation.invitedBy), eq(user.role, 'admin'), isNull(user.disabledAt)));
  return and(gt(operatorInvitation.expiresAt, at), exists(inviter));
}

type NewInvitation = typeof operatorInvitation.$inferInsert;

/** Stores an invitation, replacing an earlier one to the same address; false when an operator has it. */
export async function insertInvitation(actor: Actor, invitation: NewInvitation): Promise<boolean> {
  return transaction(async (tx) => {
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, invitation.email));
    if (known) return false;
    await tx.delete(operatorInvitation).where(eq(operatorInvitation.email, invitation.email));
    await tx.insert(operatorInvitation).values(invitation);
    await audit(
      actor,
      { action: 'operator.invite', subject: invitation.id, detail: `as ${invitation.role}` },
      tx,
    );
    return true;
  });
}

export async function listOpenInvitations(at: Date) {
  return database()
    .select()
    .from(operatorInvitation)
    .where(isOpenAt(at))
    .orderBy(desc(operatorInvitation.invitedAt));
}

export async function findInvitation(tokenHashes: readonly string[], at: Date) {
  const [row] = await database()
    .select()
    .from(operatorInvitation)
    .where(and(inArray(operatorInvitation.tokenHash, [...tokenHashes]), isOpenAt(at)));
  return row ?? null;
}

export async function deleteInvitation(actor: Actor, invitationId: string): Promise<void> {
  await transaction(async (tx) => {
    const gone = await tx
      .delete(operatorInvitation)
      .where(eq(operatorInvitation.id, invitationId))
      .returning({ id: operatorInvitation.id });
    if (gone.length === 1) {
      await audit(actor, { action: 'operator.withdraw_invitation', subject: invitationId }, tx);
    }
  });
}

export async function sweepInvitations(at: Date): Promise<void> {
  await database().delete(operatorInvitation).where(lte(operatorInvitation.expiresAt, at));
}

type Joining = { tokenHashes: readonly string[]; name: string; passwordHash: string; at: Date };

/** Consumes an invitation and creates the operator atomically; null when it is gone. */
export async function takeInvitation(
  { tokenHashes, name, passwordHash, at }: Joining,
  actorOf: (operatorId: string, role: OperatorRole) => Actor,
) {
  return transaction(async (tx) => {
    const [taken] = await tx
      .delete(operatorInvitation)
      .where(and(inArray(operatorInvitation.tokenHash, [...tokenHashes]), isOpenAt(at)))
      .returning();
    if (!taken) return null;
    const { id, email, role } = taken;
    await insertOperator({ id, name, email, role }, passwordHash, at, tx);
    await audit(
      actorOf(id, role),
      { action: 'operator.join', subject: id, detail: `invited by ${taken.invitedBy}` },
      tx,
    );
    return { operatorId: id, role };
  });
}

export async function listSessionsOf(operatorId: string, at: Date) {
  const found = await database()
    .select({ session, role: user.role })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.userId, operatorId), gt(session.expiresAt, at)))
    .orderBy(desc(session.createdAt));
  return found.flatMap(({ session: one, role }) =>
    at.getTime() - one.createdAt.getTime() < operatorSessionMs(role) ? [one] : [],
  );
}

export async function deleteSessions(
  actor: Actor,
  operatorId: string,
  sessionId: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const ended = await endSessions(tx, operatorId, sessionId);
    if (ended === 0) return;
    const detail = ended === 1 ? 'one session' : `${ended} sessions`;
    await audit(actor, { action: 'operator_session.revoke', subject: operatorId, detail }, tx);
  });
}
