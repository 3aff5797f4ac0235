import 'server-only';
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { insertPersonOf, type NewPerson } from '#lib/customers/person-store.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { registration } from '#lib/db/registration-tables.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { now } from '#lib/platform/clock.ts';
import { openedMobile } from '#lib/platform/unopened.ts';
import { REGISTRATION_LIFETIME_MS } from './model.ts';

type StoredRegistration = typeof registration.$inferSelect;
/** A mobile that cannot be opened is ''. */
export type Registration = Omit<StoredRegistration, 'mobile' | 'mobileHash'> & { mobile: string };

const openedRegistration = (row: StoredRegistration): Registration => ({
  ...row,
  mobile: openedMobile(row.mobile),
});

/** What somebody typed who wants to be registered. */
export type RegistrationDetails = Pick<
  Registration,
  'mobile' | 'name' | 'surname' | 'latinName' | 'subscriptionTypeId'
> &
  Partial<Pick<Registration, 'language' | 'termsVersion'>>;

type NewRegistration = RegistrationDetails & Pick<Registration, 'id' | 'codeId' | 'startedAt'>;

export async function insertRegistration(fields: NewRegistration): Promise<Registration> {
  const [row] = await database()
    .insert(registration)
    .values({ ...fields, ...mobileColumns(fields.mobile) })
    .returning();
  if (!row) throw new Error('an insert returns its row');
  return openedRegistration(row);
}

/** A registration that may still be taken up. */
export async function findOpenRegistration(id: string): Promise<Registration | null> {
  const startedAfter = new Date(now().getTime() - REGISTRATION_LIFETIME_MS);
  const [row] = await database()
    .select()
    .from(registration)
    .where(and(eq(registration.id, id), gt(registration.startedAt, startedAfter)));
  return row ? openedRegistration(row) : null;
}

export async function updateRegistration(
  id: string,
  change: Partial<Omit<Registration, 'mobile'>>,
): Promise<void> {
  await database().update(registration).set(change).where(eq(registration.id, id));
}

/** Leases a registration: true for exactly one concurrent caller until the lease expires or is released. */
export async function claimRegistration(id: string, at: Date, claimedUntil: Date): Promise<boolean> {
  const claimed = await database()
    .update(registration)
    // Set before the call, so that it survives a crash before AURA's response.
    .set({
      claimedUntil,
      answerLostAt: sql`coalesce(${registration.answerLostAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(registration.id, id),
        isNull(registration.personId),
        or(isNull(registration.claimedUntil), lt(registration.claimedUntil, at)),
      ),
    )
    .returning({ id: registration.id });
  return claimed.length === 1;
}

export async function isMobileClaimed(mobile: string, at: Date): Promise<boolean> {
  const [row] = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(hasMobile(registration, mobile), gt(registration.claimedUntil, at)))
    .limit(1);
  return row !== undefined;
}

/** Whether a registration of this mobile has an unknown outcome at AURA. */
export async function wasAnswerLost(mobile: string): Promise<boolean> {
  const [row] = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(hasMobile(registration, mobile), isNotNull(registration.answerLostAt)))
    .limit(1);
  return row !== undefined;
}

/** Unleased registrations with an unknown outcome: AURA may have their customers. */
export async function listLostRegistrations(at: Date): Promise<Registration[]> {
  const rows = await database()
    .select()
    .from(registration)
    .where(
      and(
        isNotNull(registration.answerLostAt),
        isNull(registration.personId),
        or(isNull(registration.claimedUntil), lt(registration.claimedUntil, at)),
      ),
    );
  return rows.map(openedRegistration);
}

/** Retention; rows with an unknown outcome stay until `keptUntil`. */
export async function sweepRegistrations(startedBefore: Date, keptUntil: Date): Promise<void> {
  await database()
    .delete(registration)
    .where(
      and(
        lt(registration.startedAt, startedBefore),
        or(
          isNull(registration.answerLostAt),
          isNotNull(registration.personId),
          lt(registration.startedAt, keptUntil),
        ),
      ),
    );
}

export async function insertPerson(fields: NewPerson, registrationId: string): Promise<void> {
  await transaction(async (tx) => {
    await insertPersonOf(tx, fields);
    await tx
      .update(registration)
      .set({ personId: fields.id, claimedUntil: null, answerLostAt: null })
      .where(eq(registration.id, registrationId));
  });
}

/** Deletes what is kept of a person's registrations; not one with the same mobile that began later. */
export async function deleteRegistrationsOf(
  tx: Transaction,
  { personId, mobile, before }: { personId: string; mobile: string | null; before: Date },
): Promise<void> {
  const isSame = mobile === null ? undefined : hasMobile(registration, mobile);
  await tx
    .delete(registration)
    .where(and(or(eq(registration.personId, personId), isSame), lt(registration.startedAt, before)));
}
