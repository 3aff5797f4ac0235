import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { CSV_START, csvLine } from '#lib/platform/csv.ts';
import { type AuditFilter, type AuditRow, auditFilter } from './schema.ts';
import { listEntries } from './store.ts';

const BATCH = 1_000;

const HEADINGS = ['at', 'role', 'actor', 'name', 'address', 'action', 'subject', 'subject name', 'detail'];

/** The audit as CSV, newest first, streamed in pages. */
export const exportAudit = verb('audit.export', auditFilter, async (actor, filter) => {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  await audit(actor, { action: 'audit.export', detail: asked.join(' ') || 'everything' });
  return ok({ pieces: piecesOf(filter) });
});

async function* piecesOf(filter: AuditFilter): AsyncGenerator<string> {
  yield CSV_START + csvLine(HEADINGS);
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const batch: AuditRow[] = await listEntries(filter, after, BATCH);
    const last = batch.at(-1);
    if (!last) return;
    yield batch.map(toLine).join('');
    after = { at: new Date(last.at), id: last.entryId };
  }
}

function toLine({ at, actor, action, subject, detail }: AuditRow): string {
  const { role, id, name, address } = actor;
  return csvLine([at, role, id, name, address, action, subject?.id ?? null, subject?.name ?? null, detail]);
}
