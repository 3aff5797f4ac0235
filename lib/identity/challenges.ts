import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { verification } from '#lib/db/identity-tables.ts';

/** Keeps what a device is asked to sign, for one sign-in or one session. Swept with better-auth's own. */
export async function insertChallenge(
  purpose: string,
  challenge: string,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await database().insert(verification).values({
    id: randomUUID(),
    identifier: purpose,
    value: challenge,
    expiresAt,
    createdAt: at,
    updatedAt: at,
  });
}

/** Uses a challenge up; false when it was never given for this purpose, was used already or has run out. */
export async function takeChallenge(purpose: string, challenge: string, at: Date): Promise<boolean> {
  const taken = await database()
    .delete(verification)
    .where(
      and(
        eq(verification.identifier, purpose),
        eq(verification.value, challenge),
        gt(verification.expiresAt, at),
      ),
    )
    .returning({ id: verification.id });
  return taken.length === 1;
}
