import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { transaction } from '#lib/db/database.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { newPasswordProblem } from '#lib/identity/password-strength.ts';
import { hasAdmin } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { insertOperator } from './accounts.ts';

const FIRST_ADMIN_LOCK = 7_146_313;

/** Creates ADMIN_EMAIL's admin when there is no admin at all; never changes an existing one. */
export async function ensureFirstAdmin(): Promise<void> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: chosen } = env;
  if (!email || !chosen) return;
  warnOfPassword(email, chosen);
  // Serialised, as several instances may start at once.
  await transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_ADMIN_LOCK})`);
    if (await hasAdmin()) return;
    const { password } = await operatorAuth().$context;
    await insertOperator(
      { id: randomUUID(), name: 'First admin', email: email.toLowerCase(), role: 'admin' },
      await password.hash(chosen),
      now(),
    );
  });
}

/** Says so and refuses nothing: a control room that cannot start is worse. */
function warnOfPassword(email: string, chosen: string): void {
  if (!env.isLive || newPasswordProblem(chosen, [email]) === null) return;
  log.warn(
    { setting: 'ADMIN_PASSWORD' },
    'ADMIN_PASSWORD is on a list of stolen passwords or easy to guess: change the password of the first admin',
  );
}
