import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { verification } from '#lib/db/identity-tables.ts';

/** Stores a WebAuthn challenge for one sign-in or session. Expired ones are swept with better-auth's. */
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

/** Consumes a challenge; false when it is unknown for this purpose, used or expired. */
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
