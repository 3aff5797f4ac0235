import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type AuditPage, auditPageInput } from './schema.ts';
import { type Cursor, listActions, listActors, listEntries } from './store.ts';

const PAGE_SIZE = 50;

export const listAudit = verb('audit.read', auditPageInput, async (_actor, { after, ...filter }) => {
  const [found, actions, operators] = await Promise.all([
    listEntries(filter, after ? readCursor(after) : null, PAGE_SIZE + 1),
    listActions(),
    listActors(),
  ]);
  const entries = found.slice(0, PAGE_SIZE);
  const last = entries.at(-1);
  const next = found.length > PAGE_SIZE && last ? `${Date.parse(last.at)}_${last.entryId}` : null;
  const page: AuditPage = { asOf: now().toISOString(), entries, next, actions, operators };
  return ok(page);
});

function readCursor(text: string): Cursor {
  const [atMs = '0', id = '0'] = text.split('_');
  return { at: new Date(Number(atMs)), id };
}
