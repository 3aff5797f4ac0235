import 'server-only';
import type { Actor } from '#lib/identity/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Database, database, type Transaction } from '#lib/platform/db/database.ts';
import { auditEntry } from '#lib/platform/db/tables.ts';
import { describeError, log } from '#lib/platform/log.ts';

type Deed = {
  /** `noun.verb` */
  action: string;
  /** The id of what it was done to. */
  subject?: string;
  detail?: string;
};

/** Adds a line to the audit, in the transaction of the deed where there is one. */
export async function audit(
  actor: Actor,
  deed: Deed,
  connection: Database | Transaction = database(),
): Promise<void> {
  await connection.insert(auditEntry).values({ at: now(), ...whoIs(actor), ...deed });
}

/** Adds a line about something that was refused; not being able to must not change the refusal. */
export async function auditRefusal(actor: Actor, deed: Deed): Promise<void> {
  try {
    await audit(actor, deed);
  } catch (error) {
    log.error({ error: describeError(error), action: deed.action }, 'refusal not audited');
  }
}

function whoIs(actor: Actor): { actorRole: string; actorId: string | null; address: string | null } {
  switch (actor.role) {
    case 'anonymous':
      return { actorRole: actor.role, actorId: null, address: actor.address };
    case 'person':
      return { actorRole: actor.role, actorId: actor.personId, address: actor.address };
    case 'viewer':
    case 'operator':
    case 'admin':
      return { actorRole: actor.role, actorId: actor.operatorId, address: null };
    case 'system':
      return { actorRole: actor.role, actorId: actor.job, address: null };
  }
}
