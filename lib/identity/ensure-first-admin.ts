import 'server-only';
import { randomUUID } from 'node:crypto';
import { operatorAuth } from '#lib/identity/auth.ts';
import { hasAdmin, insertOperator } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

/** Creates the admin of ADMIN_EMAIL when there is no admin at all. Never changes one that is there. */
export async function ensureFirstAdmin(): Promise<void> {
  if (!env.ADMIN_EMAIL || !env.ADMIN_PASSWORD || (await hasAdmin())) return;
  const { password } = await operatorAuth().$context;
  await insertOperator(
    { id: randomUUID(), name: 'First admin', email: env.ADMIN_EMAIL.toLowerCase(), role: 'admin' },
    await password.hash(env.ADMIN_PASSWORD),
    now(),
  );
}
