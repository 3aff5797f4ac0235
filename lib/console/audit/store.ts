import 'server-only';
import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { auditEntry } from '#lib/db/audit-tables.ts';
import { database } from '#lib/db/database.ts';
import { apiKey } from '#lib/db/hook-tables.ts';
import { user } from '#lib/db/tables.ts';
import { endOfDay, startOfDay } from '#lib/platform/zone.ts';
import type { AuditFilter, AuditRow } from './schema.ts';

/** Keyset pagination: the last entry of the previous page. */
export type Cursor = { at: Date; id: string };

const actorUser = alias(user, 'actor_user');
const subjectUser = alias(user, 'subject_user');
const actorKey = alias(apiKey, 'actor_key');
const subjectKey = alias(apiKey, 'subject_key');

/** The newest matching entries after the cursor. Each filter has an index in this order. */
export function auditQuery(filter: AuditFilter, after: Cursor | null, limit: number) {
  const { actor, action, subject, from, to, zone } = filter;
  return database()
    .select({
      entry: auditEntry,
      actorName: sql<string | null>`coalesce(${actorUser.name}, ${actorKey.name})`,
      subjectName: sql<string | null>`coalesce(${subjectUser.name}, ${subjectKey.name})`,
    })
    .from(auditEntry)
    .leftJoin(actorUser, eq(actorUser.id, auditEntry.actorId))
    .leftJoin(subjectUser, eq(subjectUser.id, auditEntry.subject))
    .leftJoin(actorKey, eq(actorKey.id, auditEntry.actorId))
    .leftJoin(subjectKey, eq(subjectKey.id, auditEntry.subject))
    .where(
      and(
        actor ? eq(auditEntry.actorId, actor) : undefined,
        action ? eq(auditEntry.action, action) : undefined,
        subject ? eq(auditEntry.subject, subject) : undefined,
        from ? gte(auditEntry.at, startOfDay(from, zone)) : undefined,
        to ? lt(auditEntry.at, endOfDay(to, zone)) : undefined,
        after
          ? sql`(${auditEntry.at}, ${auditEntry.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit);
}

export async function listEntries(
  filter: AuditFilter,
  after: Cursor | null,
  limit: number,
): Promise<AuditRow[]> {
  const found = await auditQuery(filter, after, limit);
  return found.map(({ entry, actorName, subjectName }) => ({
    entryId: String(entry.id),
    at: entry.at.toISOString(),
    actor: { role: entry.actorRole, id: entry.actorId, name: actorName, address: entry.address },
    action: entry.action,
    subject: entry.subject === null ? null : { id: entry.subject, name: subjectName },
    detail: entry.detail,
  }));
}

const actionRow = z.object({ action: z.string() });

/** Every action in the audit, by a loose index scan. */
export async function listActions(): Promise<string[]> {
  const { rows } = await database().execute(sql`
    with recursive hop as (
      (select ${auditEntry.action} as action from ${auditEntry} order by ${auditEntry.action} limit 1)
      union all
      select (select ${auditEntry.action} from ${auditEntry}
        where ${auditEntry.action} > hop.action order by ${auditEntry.action} limit 1)
      from hop where hop.action is not null
    )
    select action from hop where action is not null`);
  return z
    .array(actionRow)
    .parse(rows)
    .map(({ action }) => action);
}

export async function listActors() {
  return database()
    .select({ operatorId: user.id, name: user.name })
    .from(user)
    .where(inArray(user.role, ['viewer', 'operator', 'admin']))
    .orderBy(asc(user.name));
}
