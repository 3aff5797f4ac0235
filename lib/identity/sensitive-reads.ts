import 'server-only';
import type { Actor } from '#lib/identity/actor.ts';
import { auditOnce } from '#lib/identity/audit.ts';
import type { Permission } from '#lib/identity/permissions.ts';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { searchedWords } from '#lib/platform/typed-text.ts';

/** One entry stands for all reads of an operator, view and subject within these ten minutes. */
const READ_SLOT_MS = 10 * 60_000;
/** What one process remembers of them; a repeat beyond costs a statement that writes nothing. */
const REMEMBERED_AT_MOST = 20_000;

type Parsed = Readonly<Record<string, unknown>>;

type SensitiveRead = {
  action: string;
  /** Null where nothing sensitive was asked for. */
  subject: (input: Parsed) => string | null;
};

const calloutOf = ({ calloutId }: Parsed) => String(calloutId);
const customerOf = ({ customerId }: Parsed) => String(customerId);

/** The same words have the same code, whoever searches; nothing leads back from the code to the words. */
export function searchCode(words: string): string {
  const plain = searchedWords(words).toLowerCase();
  return `words-${keyedHash('audit-search', plain).slice(0, 16)}`;
}

const searchOf = ({ search }: Parsed) =>
  typeof search === 'string' && search.trim() !== '' ? searchCode(search) : null;

/**
 * Which reads of operators are in the audit, and how. A property of the permission, so that no verb can forget it.
 * `by_verb`: a verb writes an entry each time, before it reads.
 */
export const sensitiveReads: Readonly<Partial<Record<Permission, SensitiveRead | 'by_verb'>>> = {
  'customer.list': { action: 'customer.search', subject: (input) => searchOf(input) ?? 'everybody' },
  'customer.read': { action: 'customer.read', subject: customerOf },
  'customer.read_private': 'by_verb',
  'customer.export': 'by_verb',
  'customer_import.export': 'by_verb',
  'audit.export': 'by_verb',
  'report.export': { action: 'report.export', subject: () => 'report' },
  'callout.list': { action: 'callout.search', subject: searchOf },
  // Two permissions, one view: the position with its trail.
  'callout.read': { action: 'callout.read', subject: calloutOf },
  'callout.read_detail': { action: 'callout.read', subject: calloutOf },
  'callout.open_tracking': { action: 'callout.open_tracking', subject: calloutOf },
  'message.read': { action: 'message.read', subject: calloutOf },
  'outcome.read': { action: 'outcome.read', subject: calloutOf },
};

type Written = { slotMs: number; entries: Set<string> };

/** Notes what an operator or a key is about to see. They do not see it when this fails. */
export async function noteRead(actor: Actor, permission: Permission, input: unknown): Promise<void> {
  const read = sensitiveReads[permission];
  const reader = readerOf(actor);
  if (!read || read === 'by_verb' || reader === null) return;
  // A program that lists goes through the list: unlike an operator's board, it is written down.
  const subject = read.subject(isParsed(input) ? input : {}) ?? (actor.role === 'key' ? 'everybody' : null);
  if (subject === null) return;
  const slotMs = Math.floor(now().getTime() / READ_SLOT_MS) * READ_SLOT_MS;
  const { entries } = writtenIn(slotMs);
  const key = `${reader} ${read.action} ${subject}`;
  // Pages poll: only the first read of a process asks the database.
  if (entries.has(key)) return;
  await auditOnce(actor, { action: read.action, subject }, new Date(slotMs));
  entries.add(key);
}

/** Whose reads leave a trace: an operator, or a program by its key. */
function readerOf(actor: Actor): string | null {
  if ('operatorId' in actor) return actor.operatorId;
  return actor.role === 'key' ? actor.keyId : null;
}

function writtenIn(slotMs: number): Written {
  const written = processSingleton('noted-reads', (): Written => ({ slotMs, entries: new Set() }));
  if (written.slotMs !== slotMs || written.entries.size >= REMEMBERED_AT_MOST) {
    written.slotMs = slotMs;
    written.entries = new Set();
  }
  return written;
}

function isParsed(input: unknown): input is Parsed {
  return typeof input === 'object' && input !== null;
}
