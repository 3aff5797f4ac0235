import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { openedFrom } from '#lib/db/sealed.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { permissions } from '#lib/identity/permissions.ts';
import type { Verb } from '#lib/identity/verb.ts';
import { seals } from '#lib/platform/seals.ts';
import { patience } from '#lib/testing/patience.ts';
import {
  emptyPartitions,
  overreachOf,
  type Planning,
  partialIndexes,
  statementsOf,
} from '#lib/testing/plans.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { fillDatabase } from '../../scripts/seed/fill.ts';
import { sealsOf } from '../../scripts/seed/seals.ts';

// Every list and every reading of the console, called as an admin on a database that is filled: each statement
// that it sends is explained, and none may read a whole table that grows. One that is not listed here fails.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Enough rows that an index is worth its while; with fewer a scan of the table would be right. */
const PLAN = { callouts: 16_000, open: 30, persons: 25_000, points: 20_000, seed: 3, until: new Date() };

const world = await testWorld();

/** What the inputs below are about. The customer has a callout open, and so is known at AURA. */
type Known = {
  closed: string;
  open: string;
  mobile: string;
  customer: string;
  /** A customer with a saved address. */
  resident: string;
  event: string;
  operator: string;
  import: string;
};

/** With which inputs each is tried. A list is also tried on its second page. */
const READINGS: Readonly<Record<string, (known: Known) => readonly unknown[]>> = {
  exportCustomer: ({ customer }) => [{ customerId: customer }],
  exportAudit: ({ operator }) => [{}, { actor: operator }, { from: '2026-01-01', to: '2026-12-31' }],
  exportReport: () => [{}, { by: 'month', type: '1' }],
  listAssignees: () => [{}],
  listApiKeys: () => [{}],
  listHooks: () => [{}],
  listAttention: () => [{}, { kind: 'real' }],
  listAudit: ({ operator, closed }) => [
    {},
    { actor: operator },
    { action: 'operator.sign_in' },
    { subject: closed },
    { from: '2026-01-01', to: '2026-12-31' },
  ],
  listCallouts: ({ closed, mobile }) => [
    {},
    { search: 'nko' },
    { search: 'thandi dlamini' },
    { search: 'no such person' },
    { search: 'o’brien' },
    { search: mobile },
    { search: mobile.slice(0, 6) },
    { search: closed },
    { from: '2026-01-01', to: '2026-12-31' },
    { state: 'open' },
    { state: 'closed', search: 'n' },
    { stage: 'closed', order: 'oldest' },
    { kind: 'test' },
  ],
  listCustomers: ({ mobile, customer }) => [
    { search: '' },
    { search: 'nko' },
    { search: 'thandi nk' },
    { search: 'o’brien' },
    { search: mobile },
    { search: customer },
  ],
  listImports: () => [{}],
  listNotes: ({ closed }) => [{ calloutId: closed }],
  listOnMap: () => [{}],
  listOperatorSessions: ({ operator }) => [{ operatorId: operator, thisSessionId: null }],
  listOperators: () => [{}],
  listSignups: () => [{}],
  listUndelivered: () => [{}],
  listWebhookEvents: ({ closed }) => [
    {},
    { state: 'unknown' },
    { event: 'CALLOUT_CLOSED' },
    { callout: closed },
    { from: '2026-01-01T00:00', until: '2026-12-31T00:00' },
  ],
  readCallout: ({ open, closed }) => [{ calloutId: open }, { calloutId: closed }],
  readCancellations: ({ closed }) => [{ calloutId: closed }],
  readCoverage: () => [{}],
  readCustomer: ({ customer, resident }) => [{ customerId: customer }, { customerId: resident }],
  readErrorFile: (known) => [{ importId: known.import }],
  readImport: (known) => [{ importId: known.import }],
  readIntegration: () => [{}],
  readMessages: ({ open, closed }) => [{ calloutId: open }, { calloutId: closed }],
  readOperator: ({ operator }) => [{ operatorId: operator }],
  readOutcome: ({ closed }) => [{ calloutId: closed }],
  readOwnAccount: () => [{}],
  readOwnFactors: () => [{}],
  readStepUp: () => [{}],
  readPrivateProfile: ({ customer }) => [{ customerId: customer }],
  readHandover: () => [{}],
  readReport: () => [{}, { by: 'month' }, { type: 'unknown' }, { type: '1' }],
  readStatus: ({ open, closed }) => [{ calloutId: open }, { calloutId: closed }],
  readWebhookEvent: ({ event }) => [{ eventId: event }],
};

/** What asks AURA, and no table of ours. */
const AURAS_OWN = ['listCancelReasons', 'listSubscriptionTypes'];

/** Tables that never hold much, however long and by however many Vigil is used. */
const SMALL: Readonly<Record<string, string>> = {
  following: 'one row',
  __drizzle_migrations: 'a row for each change of the tables',
  scheduled_job: 'a row for each kind of job',
  removal: 'a row for each kind of record',
  coverage: 'a row for each response type',
  response_type: 'a row for each response type',
  operator_invitation: 'deleted when it is taken, withdrawn or three days old',
  operator_passkey: 'a few for each operator',
  two_factor: 'one for each operator',
  account: 'a password and an identity at the provider for each operator',
  api_key: 'one for each program that an admin gave one',
  hook_endpoint: 'one for each system that an admin named',
  webhook_registration: 'one for each time that somebody registered the door',
  aura_drift: 'one for each new thing that AURA says',
  pg_class: 'a row for each table and index',
};

const admin = operatorActor('admin', 'demo-operator-1', 'Ada', '192.0.2.1', new Date());
let known: Known;
let planning: Planning;

beforeAll(async () => {
  const database = new Client({ connectionString: world.databaseUrl });
  await database.connect();
  const { url, clientId, clientSecret } = world.sandbox;
  const around = { aura: { url, clientId, clientSecret }, say: () => undefined };
  await fillDatabase(PLAN, { database, ...around, ...sealsOf() });
  // What the seed does not make: it is no demo.
  await database.query(`
    insert into session (id, token, user_id, expires_at, created_at, updated_at)
      select 's' || row_number() over (), id, id, now() + interval '1 day', now(), now() from "user";
    insert into customer_import (id, file_name, subscription_type_id, state, uploaded_at, uploaded_by)
      select gen_random_uuid(), 'x', 4, 'done', now() - n * interval '1 hour', 'demo-operator-1' from generate_series(1, 3000) n;
    insert into customer_import_row (import_id, row, state)
      select id, row, case when row % 10 = 0 then 'bad' else 'done' end
      from (select id from customer_import limit 20) as import, generate_series(2, 500) row;
    insert into aura_call_minute (minute, operation, outcome, within_ms, attempts)
      select date_trunc('minute', now()) - n * interval '1 min', 'readCallout', outcome, within_ms, 1
      from generate_series(0, 5000) n, unnest(array['ok', 'server']) outcome, unnest(array[10, 100]) within_ms;
    insert into handover (id, written_by, written_at, note)
      select gen_random_uuid(), 'demo-operator-1', now() - n * interval '8 hours', 'x' from generate_series(1, 3000) n;
    insert into erasure (id, person_id, asked_by, asked_at, erased_at, aura_deleted_at)
      select gen_random_uuid(), id, 'person', now(), now(), now() from person limit 5000;
    insert into hook_endpoint (name, url, secret, created_at, created_by)
      select 'System ' || n, 'x', 'x', now(), 'demo-operator-1' from generate_series(1, 20) n;
    insert into hook_event (type, callout_id, kind, state)
      select 'callout.stage_changed', n, 'real', 'raised' from generate_series(1, 3000) n;
    insert into hook_delivery (sequence, endpoint_id, state, attempts, settled_at)
      select sequence, hook_endpoint.id, case when sequence % 100 = 0 then 'failed' else 'delivered' end, 1, now()
      from hook_event, hook_endpoint;
    insert into escalation_text (id, gateway_id, sealed)
      select gen_random_uuid(), 'text ' || n, '' from generate_series(1, 5000) n;
    insert into escalation_notice (kind, subject, since, recipient, shown, sent_at, text_id)
      select 'new_callout', n, now(), 'hash', '+2782…01', now(), 'text ' || n from generate_series(1, 5000) n;
    insert into trusted_contact (person_id, nth, name, mobile, is_texted, saved_at)
      select id, 0, '', '', true, now() from person;
    insert into contact_text (callout_id, contact_id, state, queued_at)
      select id, gen_random_uuid(), 'sent', now() from callout;`);
  await database.query('vacuum (analyze)');
  const { rows } = await database.query<Known>(`
    select (select max(id) from callout where closed_at is not null)::text as closed,
      (select max(id) from callout where closed_at is null)::text as open,
      (select mobile from person limit 1) as mobile,
      (select min(aura_customer_id) from person)::text as customer,
      (select aura_customer_id from person where saved_place is not null limit 1)::text as resident,
      (select max(id) from webhook_event)::text as event,
      'demo-operator-1' as operator,
      (select import_id from customer_import_row limit 1)::text as import`);
  await database.end();
  if (!rows[0]) throw new Error('nothing was filled');
  known = { ...rows[0], mobile: String(openedFrom(seals.mobile, rows[0].mobile)) };
  expect(known.mobile).toMatch(/^\+27\d{9}$/);
  const small = new Set([...Object.keys(SMALL), ...(await emptyPartitions(pool()))]);
  planning = { small, partial: await partialIndexes(pool()) };
}, patience(240_000));

const OPERATORS: readonly string[] = ['viewer', 'operator', 'admin'];
const tables: Readonly<Record<string, readonly string[]>> = permissions;

const found = globSync('lib/**/*.ts', { cwd: ROOT }).flatMap((file) => {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const [, name, permission = ''] = /^export const (\w+) = verb\(\s*'([^']+)'/m.exec(text) ?? [];
  const isForOperators = tables[permission]?.some((role) => OPERATORS.includes(role));
  return name && isForOperators && /^(list|read|find|search|export)[A-Z]/.test(name) ? [{ name, file }] : [];
});

test('every list and reading for operators is here, and there is no other', () => {
  expect(found.map(({ name }) => name).sort()).toEqual([...Object.keys(READINGS), ...AURAS_OWN].sort());
});

describe.each(found.filter(({ name }) => !AURAS_OWN.includes(name)))('$name', ({ name, file }) => {
  test('reads by indexes no more than it shows', async () => {
    const { [name]: verb }: Record<string, Verb<unknown, ErrorCode>> = await import(`${ROOT}${file}`);
    const inputs = READINGS[name]?.(known) ?? [];
    expect(inputs.length).toBeGreaterThan(0);
    for (const input of inputs) {
      const statements = await statementsOf(() => readAll(verb, input));
      expect(statements.length, JSON.stringify(input)).toBeGreaterThan(0);
      for (const statement of statements) {
        const { problems } = await overreachOf(pool(), statement, planning);
        expect(problems, `${JSON.stringify(input)}: ${statement.text}`).toEqual([]);
      }
    }
  });
});

/** The first page and the second, and of a file its first pieces. */
async function readAll(verb: Verb<unknown, ErrorCode> | undefined, input: unknown): Promise<void> {
  if (!verb) throw new Error('the verb is not exported by its file');
  const first = await verb(admin, input);
  if (!first.ok) throw new Error(`${JSON.stringify(input)} was refused: ${JSON.stringify(first)}`);
  const { next, pieces } = first.value as { next?: string; pieces?: AsyncGenerator<string> }; // safe: only read if there
  if (typeof next === 'string') await verb(admin, { ...Object(input), after: next });
  if (!pieces) return;
  for (let piece = 0; piece < 3; piece += 1) await pieces.next();
  await pieces.return(undefined);
}
