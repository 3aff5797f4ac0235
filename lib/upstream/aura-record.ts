import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { auraCallMinute, auraDrift } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { histogram } from '#lib/platform/metrics.ts';
import { onShutdown } from '#lib/platform/on-shutdown.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { type AuraTally, type Counted, createAuraTally } from '#lib/upstream/aura-tally.ts';

// Counts AURA's answers for the integration page and metrics: in memory, flushed every few seconds, so no call waits.

const WRITE_EVERY_MS = 3_000;
/** After a failed flush. */
const RETRY_MS = 15_000;
const KEPT_READINGS = 20;

const durations = histogram({
  name: 'vigil_aura_attempt_duration_seconds',
  help: 'How long attempts of this process at AURA took, by operation and how they ended.',
  labelNames: ['operation', 'outcome'],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10],
});

/** AURA's clock and ours, from the transport. */
type Reading = { theirsMs: number; sentAtMs: number; heardAtMs: number };

type AuraRecord = {
  readonly tally: AuraTally;
  readonly readings: Reading[];
  timer: NodeJS.Timeout | undefined;
  /** Pending flush; never rejects. */
  writing: Promise<void>;
};

function theRecord(): AuraRecord {
  return processSingleton<AuraRecord>('aura-record', () => {
    onShutdown('AURA calls counted', writeAuraRecord);
    return { tally: createAuraTally(), readings: [], timer: undefined, writing: Promise.resolve() };
  });
}

export function recordAttempt(attempt: {
  endpoint: string;
  outcome: string;
  durationMs: number;
  clock: Reading | null;
}): void {
  const { endpoint, outcome, durationMs, clock } = attempt;
  durations.observe({ operation: endpoint, outcome }, durationMs / 1_000);
  const record = theRecord();
  record.tally.noteAttempt({ operation: endpoint, outcome, durationMs }, now());
  if (clock) {
    record.readings.push(clock);
    if (record.readings.length > KEPT_READINGS) record.readings.shift();
  }
  writeSoon(record, WRITE_EVERY_MS);
}

/** Counts what the contract does not know. */
export function recordDrift(drift: {
  endpoint: string;
  unknownFields: readonly string[];
  unknownStatuses: readonly string[];
}): void {
  const record = theRecord();
  const statuses = drift.unknownStatuses.map((status) => `status: ${status}`);
  record.tally.noteDrift(drift.endpoint, [...drift.unknownFields, ...statuses], now());
  writeSoon(record, WRITE_EVERY_MS);
}

/** Readings of AURA's clock in this process's latest answers. */
export function auraClockReadings(): readonly Reading[] {
  return theRecord().readings;
}

/** Flushes the counts; never fails. */
export async function writeAuraRecord(): Promise<void> {
  const record = theRecord();
  clearTimeout(record.timer);
  record.timer = undefined;
  record.writing = record.writing.then(() => write(record));
  await record.writing;
}

function writeSoon(record: AuraRecord, ms: number): void {
  record.timer ??= setTimeout(() => void writeAuraRecord(), ms).unref();
}

async function write(record: AuraRecord): Promise<void> {
  if (record.tally.isEmpty()) return;
  const counted = record.tally.take();
  try {
    await insert(counted);
  } catch (error) {
    record.tally.putBack(counted);
    writeSoon(record, RETRY_MS);
    log.warn({ error: describeError(error) }, 'AURA call counts not flushed');
  }
}

async function insert({ calls, drift }: Counted): Promise<void> {
  if (calls.length > 0) {
    await database().execute(sql`
      insert into ${auraCallMinute} (minute, operation, outcome, within_ms, attempts)
      select minute, operation, outcome, "bucketMs", attempts from json_to_recordset(${JSON.stringify(calls)}::json)
        as counted(minute timestamptz, operation text, outcome text, "bucketMs" integer, attempts integer)
      on conflict (minute, operation, outcome, within_ms)
        do update set attempts = ${auraCallMinute.attempts} + excluded.attempts`);
  }
  if (drift.length > 0) {
    await database().execute(sql`
      insert into ${auraDrift} (operation, name, first_seen_at, last_seen_at, times)
      select operation, name, "firstSeenAt", "lastSeenAt", times from json_to_recordset(${JSON.stringify(drift)}::json)
        as counted(operation text, name text, "firstSeenAt" timestamptz, "lastSeenAt" timestamptz, times integer)
      on conflict (operation, name) do update set
        times = ${auraDrift.times} + excluded.times,
        last_seen_at = greatest(${auraDrift.lastSeenAt}, excluded.last_seen_at)`);
  }
}

/** Deletes calls before one instant, and drift not seen since another. */
export async function forgetCounted(callsBefore: Date, driftBefore: Date): Promise<void> {
  await database().delete(auraCallMinute).where(lt(auraCallMinute.minute, callsBefore));
  await database().delete(auraDrift).where(lt(auraDrift.lastSeenAt, driftBefore));
}
