import 'server-only';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { auditEntry } from '#lib/db/audit-tables.ts';
import { database } from '#lib/db/database.ts';
import { user } from '#lib/db/tables.ts';

/** Entries on a subject with these actions, newest first, with the actors' names. */
export async function listEntriesAbout(
  { subject, actions, detail }: { subject: string; actions: readonly string[]; detail?: string },
  limit: number,
) {
  return database()
    .select({ at: auditEntry.at, action: auditEntry.action, detail: auditEntry.detail, by: user.name })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(
      and(
        eq(auditEntry.subject, subject),
        inArray(auditEntry.action, [...actions]),
        detail === undefined ? undefined : eq(auditEntry.detail, detail),
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit);
}

/** For a larger query: when the first entry with one of these actions was written on a subject. */
export function firstEntryAbout(subject: SQL, actions: readonly string[], since: SQL): SQL {
  return sql`select min(${auditEntry.at}) as at from ${auditEntry}
    where ${auditEntry.subject} = ${subject} and ${auditEntry.at} >= ${since}
      and ${auditEntry.action} = any(${sql.param(actions)}::text[])`;
}
