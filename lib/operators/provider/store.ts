import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { account } from '#lib/db/identity-tables.ts';
import { user } from '#lib/db/tables.ts';
import {
  endSessions,
  insertOperatorOfProvider,
  linkToProvider,
  type ProviderIdentity,
  setOperatorAccess,
} from '#lib/identity/accounts.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { roleField } from '#lib/operators/schema.ts';
import type { OperatorRole } from '#lib/vocabulary.ts';

/** Serialises admissions: two sign-ins of a new operator at once make one account. */
const ADMISSIONS_LOCK = 7_146_319;

type Admission = {
  identity: ProviderIdentity;
  role: OperatorRole | null;
  name: string;
  /** Null when the provider has not verified it. */
  email: string | null;
  /** Whether only somebody who has signed in with it before is meant, as by a step-up. */
  isKnown: boolean;
  /** Whether the account of this e-mail address may become one of the provider. */
  mayLink: boolean;
  at: Date;
};

type NotAdmitted =
  | 'provider.no_role'
  | 'provider.email_unverified'
  | 'provider.email_taken'
  | 'provider.other_account'
  | 'provider.switched_off';

type Admitted =
  | { isAdmitted: true; operatorId: string }
  | { isAdmitted: false; code: NotAdmitted; operatorId: string | null };

const admittedAs = (operatorId: string): Admitted => ({ isAdmitted: true, operatorId });
const refusedFor = (code: NotAdmitted, operatorId: string | null = null): Admitted => ({
  ...{ isAdmitted: false, code, operatorId },
});

/**
 * The operator whom the provider knows by this identity, with the role that it gives now: one who has signed in with it
 * before, else the one with the verified e-mail address, else a new one.
 */
export async function admit(actor: Actor, admission: Admission): Promise<Admitted> {
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADMISSIONS_LOCK})`);
    const known = await findByIdentity(tx, admission.identity);
    return known ? admitKnown(tx, actor, known, admission) : admitUnknown(tx, actor, admission);
  });
}

type Found = Pick<typeof user.$inferSelect, 'id' | 'role' | 'disabledAt'>;
const columns = { id: user.id, role: user.role, disabledAt: user.disabledAt };

async function findByIdentity(tx: Transaction, { issuer, subject }: ProviderIdentity): Promise<Found | null> {
  const [row] = await tx
    .select(columns)
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(and(eq(account.providerId, issuer), eq(account.accountId, subject)))
    .for('update', { of: user });
  return row ?? null;
}

/** Switched off here stays so, whatever the provider says; without a role there, what is open here ends. */
async function admitKnown(
  tx: Transaction,
  actor: Actor,
  { id, role: before, disabledAt }: Found,
  { role, at }: Admission,
): Promise<Admitted> {
  if (disabledAt) return refusedFor('provider.switched_off', id);
  if (role === null) {
    await endSessions(tx, id);
    return refusedFor('provider.no_role', id);
  }
  if (role !== before) {
    // No last admin is kept here, as by hand: the provider can make another at any time.
    await setOperatorAccess(tx, id, { role, disabledAt: null }, at);
    const detail = `to ${role}, by the identity provider`;
    await audit(actor, { action: 'operator.change_role', subject: id, detail }, tx);
  }
  return admittedAs(id);
}

async function admitUnknown(tx: Transaction, actor: Actor, admission: Admission): Promise<Admitted> {
  const { identity, role, name, email, mayLink, isKnown, at } = admission;
  if (isKnown) return refusedFor('provider.other_account');
  if (role === null) return refusedFor('provider.no_role');
  if (email === null) return refusedFor('provider.email_unverified');
  const [found] = await tx.select(columns).from(user).where(eq(user.email, email)).for('update');
  if (!found) {
    const id = randomUUID();
    await insertOperatorOfProvider(tx, { id, name, email, role }, identity, at);
    const detail = `as ${role}, by the identity provider`;
    await audit(actor, { action: 'operator.provision', subject: id, detail }, tx);
    return admittedAs(id);
  }
  const isLinkable = mayLink && roleField.safeParse(found.role).success;
  // The address may have passed to another person since: whoever signed in with it stays its owner here.
  if (!isLinkable || (await isLinked(tx, found.id, identity.issuer)))
    return refusedFor('provider.email_taken', found.id);
  if (found.disabledAt) return refusedFor('provider.switched_off', found.id);
  await linkToProvider(tx, found.id, identity, at);
  await audit(actor, { action: 'operator.link_provider', subject: found.id }, tx);
  return admitKnown(tx, actor, found, admission);
}

async function isLinked(tx: Transaction, operatorId: string, issuer: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, operatorId), eq(account.providerId, issuer)));
  return row !== undefined;
}
