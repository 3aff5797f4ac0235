import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { exportAudit } from '#lib/console/audit/export-audit.ts';
import { listAudit } from '#lib/console/audit/list-audit.ts';
import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { exportReport } from '#lib/console/reports/export-report.ts';
import { listCustomers } from '#lib/customers/directory/list-customers.ts';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { readPrivateProfile } from '#lib/customers/directory/read-private-profile.ts';
import { readErrorFile } from '#lib/customers/imports/read-error-file.ts';
import { uploadImport } from '#lib/customers/imports/upload-import.ts';
import { pool } from '#lib/db/database.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { type Actor, personActor, systemActor } from '#lib/identity/actor.ts';
import { exportCustomer } from '#lib/privacy/export-customer.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { type Permission, permissions } from './permissions.ts';
import { sensitiveReads } from './sensitive-reads.ts';
import type { Verb } from './verb.ts';

const world = await testWorld();

type Looked = [verb: Verb<unknown, ErrorCode>, input: () => unknown, action: string];

let callout: TestCallout;
let customerId = 0;
let importId = '';
let admin: Actor;
let from = '0';

/** What shows an operator something of somebody, or takes it out of the house, and how the audit calls it. */
const LOOKED: Partial<Record<Permission, Looked>> = {
  'customer.list': [listCustomers, () => ({ search: 'Nkosi' }), 'customer.search'],
  'customer.read': [readCustomer, () => ({ customerId }), 'customer.read'],
  'customer.read_private': [readPrivateProfile, () => ({ customerId }), 'customer.read_private'],
  'customer.export': [exportCustomer, () => ({ customerId }), 'customer.export'],
  'customer_import.export': [readErrorFile, () => ({ importId }), 'customer_import.read_errors'],
  'audit.export': [exportAudit, () => ({}), 'audit.export'],
  'report.export': [exportReport, () => ({}), 'report.export'],
  'callout.list': [listCallouts, () => ({ search: 'Nkosi' }), 'callout.search'],
  'callout.read': [readCallout, () => callout, 'callout.read'],
  'callout.read_detail': [readStatus, () => callout, 'callout.read'],
  'callout.open_tracking': [openTracking, () => callout, 'callout.open_tracking'],
  'message.read': [readMessages, () => callout, 'message.read'],
  'outcome.read': [readOutcome, () => callout, 'outcome.read'],
};

/** Other reads of operators, each with the reason why it leaves no trace. */
const UNTRACED: Partial<Record<Permission, string>> = {
  'subscription_type.list': 'AURA’s list',
  'signup.list': 'links without who followed them, and customers’ numbers',
  'customer_import.read': 'counts of a file that the same admins sent',
  'operator.list': 'operators',
  'operator.read_own': 'oneself',
  'operator_session.list': 'operators',
  'audit.read': 'the audit itself',
  'press.list_undelivered': 'the queue: who waits for help now',
  'attention.list': 'the queue: who waits for help now',
  'callout.list_on_map': 'the queue: who waits for help now',
  'cancellation.read': 'how an alarm was ended, without a place; beside the callout, which leaves a trace',
  'cancellation.list_reasons': 'AURA’s list',
  'webhook.list': 'deliveries by kind and number',
  'webhook.read': 'a masked body',
  'hook.list': 'addresses of other systems, and numbers of callouts',
  'api_key.list': 'programs, and when they read',
  'integration.read': 'machines',
  'note.list': 'operators’ own words; beside the callout, which leaves a trace',
  'handover.read': 'operators’ own words',
  'coverage.read': 'areas',
  'report.read': 'figures of nobody',
  'change.follow': 'numbers of what changed, without what it says',
};

const looks = Object.entries(LOOKED);

async function written(): Promise<{ action: string; subject: string; actor_id: string }[]> {
  const { rows } = await pool().query(
    'select action, subject, actor_id from audit_entry where id > $1 order by id',
    [from],
  );
  return rows;
}

async function see(verb: Looked[0], input: unknown, as = admin) {
  const answer = await verb(as, input);
  if (!answer.ok) throw new Error(answer.code);
}

beforeAll(async () => {
  ({ actor: admin } = await testOperator('admin', 'Ada'));
  callout = await raiseTestCallout();
  const { rows } = await pool().query('select aura_customer_id::int as id from person where id = $1', [
    callout.personId,
  ]);
  customerId = rows[0].id;
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
    await world.step(callout.calloutId, step);
  const { calloutId } = callout;
  await refreshCallout(systemActor('test'), { calloutId, source: 'poll', since: new Date() });
  const file = { fileName: 'people.csv', bytes: Buffer.from('name,surname,mobile\nA,B,1\n') };
  const sent = await uploadImport(admin, { ...file, subscriptionTypeId: '4' });
  if (!sent.ok) throw new Error(sent.code);
  importId = sent.value.importId;
});

let slots = 0;
beforeEach(async () => {
  slots += 1;
  // Ten minutes that no other test has seen.
  vi.useFakeTimers({
    toFake: ['Date'],
    now: Math.ceil(Date.now() / 3_600_000) * 3_600_000 + slots * 600_000,
  });
  ({ actor: admin } = await testOperator('admin', 'Ada'));
  const { rows } = await pool().query('select coalesce(max(id), 0) as newest from audit_entry');
  from = rows[0].newest;
});

describe('an operator who looks', () => {
  test.each(looks)('by %s leaves a row', async (_permission, [verb, input, action]) => {
    await see(verb, input());
    expect((await written()).map((row) => row.action)).toContain(action);
  });

  test('has a trace, or a reason to have none, for each read that operators may do', () => {
    const reads = Object.entries(permissions)
      .filter(([, roles]) => roles.some((role) => role === 'admin' || role === 'viewer'))
      .map(([permission]) => permission)
      .filter((permission) => /\.(read|list|export|open|follow)/.test(permission));
    expect(Object.keys({ ...LOOKED, ...UNTRACED }).sort()).toEqual(reads.sort());
    expect(Object.keys(sensitiveReads).sort()).toEqual(Object.keys(LOOKED).sort());
  });

  test('leaves one row in ten minutes, however often the page asks', async () => {
    for (let poll = 0; poll < 20; poll += 1) await see(readStatus, callout);
    expect(await written()).toHaveLength(1);
    vi.setSystemTime(Date.now() + 600_000);
    await see(readStatus, callout);
    expect(await written()).toHaveLength(2);
  });

  test('leaves one row in ten minutes also by several processes at once', async () => {
    const at = Date.now();
    await see(readMessages, callout);
    for (let process = 0; process < 3; process += 1) {
      // What was remembered of other ten minutes is forgotten, as by a process that has just begun.
      vi.setSystemTime(at + 600_000 * (process + 5));
      await see(listCustomers, { search: 'x' });
      vi.setSystemTime(at);
      await Promise.all(Array.from({ length: 5 }, () => see(readMessages, callout)));
    }
    const rows = (await written()).filter(({ action }) => action === 'message.read');
    expect(rows).toEqual([expect.objectContaining({ subject: String(callout.calloutId) })]);
  });

  test('sees nothing when it cannot be written down, and costs no statement once it was', async () => {
    await see(readMessages, callout);
    await pool().query('alter table audit_entry rename to audit_entry_away');
    try {
      await see(readMessages, callout);
      await expect(openTracking(admin, callout)).rejects.toThrow();
    } finally {
      await pool().query('alter table audit_entry_away rename to audit_entry');
    }
  });

  test('sees each view, callout and search of their own in the audit', async () => {
    const { actor: ben } = await testOperator('viewer', 'Ben');
    await see(readMessages, callout);
    await see(readMessages, callout, ben);
    await see(openTracking, callout);
    await see(listCallouts, { search: 'Nkosi' });
    await see(listCallouts, { search: ' nkosi ' });
    await see(listCallouts, { search: 'Mokoena' });
    expect(await written()).toHaveLength(5);
  });

  test('is not traced for what was refused, nor for the board without a search', async () => {
    await readMessages(admin, { calloutId: 999_999 });
    await listCallouts(admin, {});
    expect(await written()).toEqual([]);
  });
});

test('a person who reads what is theirs leaves no row', async () => {
  const owner = personActor(callout.personId, '192.0.2.1');
  for (const verb of [readCallout, readMessages, openTracking]) await see(verb, callout, owner);
  expect(await written()).toEqual([]);
});

test('what was searched is kept as a code that its words find, and nobody reads back', async () => {
  await see(listCustomers, { search: 'Thandi Nkosi' });
  const [row] = await written();
  expect(row?.subject).toMatch(/^words-[\w-]{16}$/);
  const found = await listAudit(admin, { subject: 'thandi  nkosi' });
  if (!found.ok) throw new Error(found.code);
  expect(found.value.entries.map(({ action }) => action)).toContain('customer.search');
});
