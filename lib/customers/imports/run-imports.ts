import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createCustomer } from '#lib/customers/registration/aura.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { paceOf } from './model.ts';
import {
  claimRows,
  countRows,
  endRow,
  type ImportRecord,
  type ImportRow,
  keepImported,
  listRunning,
  moveImport,
} from './store.ts';

/** Longer than AURA's create call can take, so that the lease outlives the work it protects. */
const LEASE_MS = 30_000;
const REST_MS = 1_000;
const PAUSE_MS = 30_000;

/** Sends the next rows to AURA, round-robin over imports. Safe to retry: AURA refuses a known mobile. */
export const runImports = verb('customer_import.run', z.object({}), async () => {
  const { rows, ms, atOnce } = paceOf(env.isLive);
  const endsAt = monotonicMs() + ms;
  const running = await listRunning();
  const at = now();
  const queue = running.filter(({ pausedUntil }) => pausedUntil === null || pausedUntil <= at);
  let left = rows;
  while (left > 0 && monotonicMs() < endsAt) {
    const record = queue.shift();
    if (!record) break;
    const sent = await sendSome(record, Math.min(atOnce, left));
    left -= sent;
    if (sent > 0) queue.push(record);
  }
  return ok({ nextMs: running.length > 0 ? REST_MS : null });
});

/** Number of rows sent; 0 ends this file's round. */
async function sendSome(record: ImportRecord, limit: number): Promise<number> {
  const at = now();
  const claimed = await claimRows(record.id, at, LEASE_MS, limit);
  if (claimed.length === 0) {
    await endWhenEmpty(record);
    return 0;
  }
  const outcomes = await Promise.all(claimed.map((row) => send(record, row, at)));
  if (outcomes.every((isAnswered) => isAnswered)) {
    // It may have been stopped meanwhile.
    const isRunning = await moveImport(record.id, ['running'], { pausedUntil: null });
    return isRunning ? claimed.length : 0;
  }
  await moveImport(record.id, ['running'], { pausedUntil: new Date(now().getTime() + PAUSE_MS) });
  return 0;
}

async function endWhenEmpty({ id }: ImportRecord): Promise<void> {
  const counted = await countRows(id);
  // Rows of a crashed worker are retried when their lease expires.
  if ((counted.get('waiting') ?? 0) + (counted.get('sending') ?? 0) > 0) return;
  await moveImport(id, ['running'], { state: 'done', endedAt: now() });
}

/** Whether AURA answered; otherwise the row is retried later. */
async function send(record: ImportRecord, row: ImportRow, at: Date): Promise<boolean> {
  const { name, surname, mobile } = row;
  if (name === null || surname === null || mobile === null) throw new Error('a row that waits has its facts');
  const period = subscriptionPeriod(at);
  const { subscriptionTypeId } = record;
  const outcome = await createCustomer({
    name,
    surname,
    latinName: null,
    mobile,
    subscriptionTypeId,
    ...period,
  });
  // The claim set it; an earlier time means an earlier attempt had an unknown outcome.
  const lostBefore = row.answerLostAt !== null && row.answerLostAt < at ? row.answerLostAt : null;
  switch (outcome.kind) {
    case 'created':
      await keep(record, row, { name, surname, mobile }, outcome.customerId, period, at);
      return true;
    case 'mobile_known':
      await endRow(row, { state: lostBefore ? 'unsure' : 'known', answerLostAt: lostBefore });
      return true;
    case 'rejected':
      await endRow(row, { state: 'rejected', answerLostAt: lostBefore });
      return true;
    case 'not_created':
      await endRow(row, { state: 'waiting', answerLostAt: lostBefore });
      return false;
    case 'answer_lost':
      await endRow(row, { state: 'waiting' });
      return false;
  }
}

async function keep(
  record: ImportRecord,
  row: ImportRow,
  who: { name: string; surname: string; mobile: string },
  auraCustomerId: number,
  period: { validFrom: Date; validTo: Date },
  at: Date,
): Promise<void> {
  const person = {
    ...who,
    id: randomUUID(),
    auraCustomerId,
    subscriptionTypeId: record.subscriptionTypeId,
    subscriptionValidFrom: period.validFrom,
    subscriptionValidTo: period.validTo,
    createdAt: at,
    origin: 'import' as const,
  };
  try {
    await keepImported(person, row);
  } catch (error) {
    // The customer exists only at AURA; this log line is the way to link the person by hand.
    const lost = { error: describeError(error), importId: record.id, row: row.row, auraCustomerId };
    log.error(lost, 'customer created at AURA but not stored');
    throw error;
  }
}
