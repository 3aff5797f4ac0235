import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { summariseCalls } from '#lib/integration/calls-model.ts';
import { readPoller } from '#lib/integration/poller.ts';
import { readKept } from '#lib/integration/privacy-store.ts';
import { processMetrics } from '#lib/integration/process-metrics.ts';
import { type Family, METRICS_FORMATS, renderMetrics, type Sample } from '#lib/integration/render-metrics.ts';
import {
  countCanaries,
  countOpenCallouts,
  countPresses,
  countUnacknowledged,
  latestDelivery,
  listCalls,
  readJobs,
  readQueues,
} from '#lib/integration/store.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

const HOUR_MS = 3_600_000;
const metricsInput = z.object({ format: z.enum(METRICS_FORMATS).default('text') });
const ANSWER_MS = 5_000;

/** Metrics in Prometheus format, without personal data. Without the database, only this process's. */
export const readMetrics = verb('metrics.read', metricsInput, async (_actor, { format }) => {
  const shared = await deploymentMetrics();
  const up = gauge('vigil_database_up', 'Whether the database answered.', [{ value: shared ? 1 : 0 }]);
  const families = [...(await processMetrics()), up, ...(shared ?? [])];
  return ok({ text: await renderMetrics(families, format), format });
});

/** Same on every instance; null while the database is unavailable. */
async function deploymentMetrics(): Promise<Family[] | null> {
  const at = now();
  try {
    const all = Promise.all([readAll(at), keptMetrics(at), canaryMetrics(new Date(at.getTime() - HOUR_MS))]);
    return (await withTimeout(all, ANSWER_MS)).flat();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'metrics served without the database');
    return null;
  }
}

async function readAll(at: Date): Promise<Family[]> {
  const since = new Date(at.getTime() - HOUR_MS);
  const [presses, unacknowledged, callouts, calls, queues, { jobs, failing }, poller, delivery] =
    await Promise.all([
      countPresses(at),
      countUnacknowledged(),
      countOpenCallouts(),
      listCalls(since, at),
      readQueues(at),
      readJobs(at),
      readPoller(at),
      latestDelivery(),
    ]);
  const age = (oldestAt: string | null) => ageSince(oldestAt, at);
  return [
    gauge(
      'vigil_presses_last_hour',
      'Presses received in the last hour, by their present state.',
      presses.map(({ kind, state, presses: value }) => ({ labels: { kind, state }, value })),
    ),
    gauge('vigil_presses_unacknowledged', 'Presses that AURA does not have and that are not acknowledged.', [
      { value: unacknowledged },
    ]),
    gauge(
      'vigil_callouts_open',
      'Callouts that are not closed, by stage.',
      callouts.map(({ kind, stage, callouts: value }) => ({ labels: { kind, stage }, value })),
    ),
    ...queueMetrics(queues, at),
    ...callMetrics(calls),
    gauge(
      'vigil_webhook_last_delivery_age_seconds',
      'Time since AURA last delivered an event; absent when it never did.',
      age(delivery?.at.toISOString() ?? null),
    ),
    gauge('vigil_jobs_ready', 'Jobs that could run now.', [{ value: jobs.count }]),
    gauge(
      'vigil_jobs_oldest_age_seconds',
      'How long the oldest of them could have run; absent when there is none.',
      age(jobs.oldestAt),
    ),
    gauge('vigil_jobs_failing', 'Jobs that failed five times or more in a row.', [{ value: failing }]),
    gauge(
      'vigil_poller_age_seconds',
      'Time since the poller last asked AURA; absent when it never did.',
      age(poller.roundAt),
    ),
    gauge('vigil_poller_failed_rounds', 'Rounds in a row that got no answer from AURA.', [
      { value: poller.failedRounds },
    ]),
  ];
}

function queueMetrics(queues: Awaited<ReturnType<typeof readQueues>>, at: Date): Family[] {
  const { presses, messages, cancellations, ratings, webhookEvents } = queues;
  const outbox = Object.entries({ messages, cancellations, ratings });
  const all = Object.entries({ presses, messages, cancellations, ratings, webhook_events: webhookEvents });
  return [
    gauge('vigil_presses_undelivered', 'Presses that are still being sent to AURA.', [
      { value: presses.count },
    ]),
    gauge(
      'vigil_presses_undelivered_oldest_age_seconds',
      'Age of the oldest of them; absent when there is none.',
      ageSince(presses.oldestAt, at),
    ),
    gauge('vigil_webhook_events_waiting', 'Deliveries of AURA’s that are still to be worked.', [
      { value: webhookEvents.count },
    ]),
    gauge(
      'vigil_outbox_waiting',
      'What is still to go to AURA besides presses.',
      outbox.map(([what, { count: value }]) => ({ labels: { what }, value })),
    ),
    gauge(
      'vigil_queue_lag_seconds',
      'How long the oldest item of each queue could have been worked; absent when the queue is empty.',
      all.flatMap(([queue, { oldestAt }]) =>
        ageSince(oldestAt, at).map(({ value }) => ({ labels: { queue }, value })),
      ),
    ),
  ];
}

/** Absent when there is none. */
function ageSince(oldestAt: string | null, at: Date): Sample[] {
  return oldestAt === null ? [] : [{ value: Math.max(0, at.getTime() - Date.parse(oldestAt)) / 1_000 }];
}

async function keptMetrics(at: Date): Promise<Family[]> {
  const { removals, erasures } = await readKept();
  const ages = removals.map(({ what, ranAt }) => ({
    labels: { what },
    value: Math.max(0, at.getTime() - Date.parse(ranAt)) / 1_000,
  }));
  return [
    gauge(
      'vigil_retention_last_run_age_seconds',
      'Time since old records of a kind were last removed; absent when they never were.',
      ages,
    ),
    gauge(
      'vigil_erasures_waiting',
      'Erasures that are not through, here and at AURA.',
      Object.entries(erasures).map(([where, { count: value }]) => ({
        labels: { where: where === 'atAura' ? 'aura' : where },
        value,
      })),
    ),
  ];
}

async function canaryMetrics(since: Date): Promise<Family[]> {
  const counted = await countCanaries(since);
  return [
    gauge(
      'vigil_canary_presses_last_hour',
      'Practice presses of npm run canary that came in, by door; those without all of their parts apart.',
      counted.map(({ door, isWhole, presses: value }) => ({
        labels: { door, whole: String(isWhole) },
        value,
      })),
    ),
  ];
}

type Counted = Awaited<ReturnType<typeof listCalls>>;

function callMetrics(rows: Counted): Family[] {
  const byOutcome = Map.groupBy(rows, ({ operation, outcome }) => `${operation} ${outcome}`);
  const shares = { '0.5': 'p50Ms', '0.95': 'p95Ms' } as const;
  return [
    gauge(
      'vigil_aura_calls_last_hour',
      'Attempts at AURA in the last hour, of the whole deployment.',
      [...byOutcome.values()].flatMap((own) => {
        const [first] = own;
        if (!first) return [];
        const { operation, outcome } = first;
        return [
          { labels: { operation, outcome }, value: own.reduce((sum, { attempts }) => sum + attempts, 0) },
        ];
      }),
    ),
    gauge(
      'vigil_aura_call_within_seconds_last_hour',
      'Within how long that share of the attempts ended; at most a fifth too much.',
      summariseCalls(rows).flatMap((one) =>
        Object.entries(shares).map(([share, key]) => ({
          labels: { operation: one.operation, share },
          value: one[key] / 1_000,
        })),
      ),
    ),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples };
}
