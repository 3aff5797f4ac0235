import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { searchCode } from '#lib/identity/sensitive-reads.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type AuditFilter, type AuditPage, type AuditRow, auditPageInput } from './schema.ts';
import { type Cursor, listActions, listActors, listEntries } from './store.ts';

const PAGE_SIZE = 50;

export const listAudit = verb('audit.read', auditPageInput, async (_actor, { after, ...filter }) => {
  const [found, actions, operators] = await Promise.all([
    findEntries(filter, after ? readCursor(after) : null),
    listActions(),
    listActors(),
  ]);
  const entries = found.slice(0, PAGE_SIZE);
  const last = entries.at(-1);
  const next = found.length > PAGE_SIZE && last ? `${Date.parse(last.at)}_${last.entryId}` : null;
  const page: AuditPage = { asOf: now().toISOString(), entries, next, actions, operators };
  return ok(page);
});

/** Words that were searched are found by the code that is kept of them. */
async function findEntries(filter: AuditFilter, after: Cursor | null): Promise<AuditRow[]> {
  const found = await listEntries(filter, after, PAGE_SIZE + 1);
  if (found.length > 0 || !filter.subject) return found;
  return listEntries({ ...filter, subject: searchCode(filter.subject) }, after, PAGE_SIZE + 1);
}

function readCursor(text: string): Cursor {
  const [atMs = '0', id = '0'] = text.split('_');
  return { at: new Date(Number(atMs)), id };
}
