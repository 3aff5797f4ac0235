import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { deliverDueCancellations } from '#lib/following/cancellations/deliver-cancellation.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { readWebhookEvent } from '#lib/webhooks/read-webhook-event.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vigil-other-key-'));
const world = await testWorld({ VIGIL_DATA_DIR: dataDir });

// After SECRET_KEY changed, old encrypted values are unreadable. Everything else must work.

const system = systemActor('test');
const viewer = operatorActor('viewer', 'operator-1', 'Olga');

afterAll(async () => {
  rmSync(dataDir, { recursive: true });
});

/** Replaces every encrypted column by undecryptable values; returns their names. */
async function sealAllAnew(): Promise<string[]> {
  const { rows } = await pool().query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name like '%\\_sealed'
       and not (select relispartition from pg_class where oid = table_name::regclass) order by 1, 2`,
  );
  for (const { table, column } of rows) {
    await pool().query(`update ${table} set ${column} = $1 where ${column} is not null`, [
      randomBytes(80).toString('base64url'),
    ]);
  }
  return rows.map(({ table, column }) => `${table}.${column}`);
}

test('what was sealed with another key is said to be so, and stops nothing around it', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const owner = personActor(personId, '192.0.2.1');
  await receiveWebhookEvent(system, {
    body: JSON.stringify({ message: 'NEW_CALLOUT', callout: { id: calloutId } }),
  });
  await world.breakAura('cancelCallout', 'reset_before');
  await cancelCallout(owner, { calloutId, safeCode: '1234' });
  await pool().query(
    `insert into callout_outcome (callout_id, asked_at, attempts, map_url_sealed) values ($1, now(), 1, 'x')`,
    [calloutId],
  );
  expect(await sealAllAnew()).toEqual([
    'callout.tracking_url_sealed',
    'callout_outcome.map_url_sealed',
    'cancellation.code_sealed',
    'webhook_event.body_sealed',
  ]);
  expect(await readCallout(owner, { calloutId })).toMatchObject({ ok: true });
  expect(await openTracking(viewer, { calloutId })).toEqual({ ok: true, value: 'cannot_be_opened' });

  await pool().query('update cancellation set due_at = now(), lease_until = null');
  await world.restoreAura();
  expect(await deliverDueCancellations(system, {})).toMatchObject({ ok: true });
  const { rows } = await pool().query('select state from cancellation where callout_id = $1', [calloutId]);
  expect(rows).toEqual([{ state: 'not_sent' }]);

  expect(await processWebhookEvents(system, {})).toMatchObject({ ok: true });
  const events = await pool().query('select id from webhook_event');
  const opened = await readWebhookEvent(viewer, { eventId: Number(events.rows[0].id) });
  expect(opened).toMatchObject({ ok: true, value: { body: null, compared: [] } });

  await pool().query('update callout set closed_at = now() where id = $1', [calloutId]);
  expect(await readOutcome(viewer, { calloutId })).toMatchObject({ ok: true, value: { mapUrl: null } });
});

test('a press in a journal of another key is not known of, which is no defect', async () => {
  const { personId } = await raiseTestCallout();
  const owner = personActor(personId, '192.0.2.1');
  const pressId = randomUUID();
  mkdirSync(join(dataDir, 'journal'), { recursive: true });
  writeFileSync(join(dataDir, 'journal', `${pressId}.press`), randomBytes(300).toString('base64url'));
  for (const verb of [readReceipt, withdrawPress, sendNow]) {
    expect(await verb(owner, { pressId })).toEqual({ ok: false, code: 'server.unavailable' });
  }
});
