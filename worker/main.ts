import { setTimeout as wait } from 'node:timers/promises';
import { env } from '#lib/platform/env.ts';
import { exitOnUncaught } from '#lib/platform/exit-on-uncaught.ts';
import { describeError, log, sendConsoleToLog } from '#lib/platform/log.ts';
import { runShutdownWork } from '#lib/platform/on-shutdown.ts';
import { sendTraces } from '#lib/platform/send-traces.ts';
import { sendWarningsToLog } from '#lib/platform/warnings-to-log.ts';
import { keepBeating } from '#worker/heartbeat.ts';
import { jobs } from '#worker/jobs.ts';
import { serveMetrics } from '#worker/metrics-server.ts';
import { keepPolling } from '#worker/poller.ts';
import { repeat } from '#worker/repeat.ts';
import { enrol } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';
import { listenForWakeUps } from '#worker/wake-ups.ts';

// The worker process runs every job of jobs.ts; several workers share the work.

const ENROL_AGAIN_MS = 1_000;

exitOnUncaught();
log.level = env.LOG_LEVEL;
if (env.NODE_ENV === 'production') {
  sendConsoleToLog();
  sendWarningsToLog();
}
const stopping = new AbortController();
const loops: Promise<void>[] = [];
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

void sendTraces({
  endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  service: 'vigil-worker',
  build: env.NEXT_DEPLOYMENT_ID,
});
serveMetrics(stopping.signal);
await enrolWhenPossible();
const wakeUps = listenForWakeUps(stopping.signal);
loops.push(
  keepBeating(stopping.signal),
  keepPolling(stopping.signal, wakeUps),
  ...jobs.filter((job) => !job.isElected).map((job) => repeat(job, wakeUps, stopping.signal)),
);
log.info('worker ready');

/** A host may start the worker before the database, or before its migrations. */
async function enrolWhenPossible(): Promise<void> {
  for (;;) {
    try {
      return await enrol(scheduled);
    } catch (error) {
      log.warn({ error: describeError(error) }, 'the worker waits for the database and its tables');
      await wait(ENROL_AGAIN_MS);
    }
  }
}

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await Promise.allSettled(loops);
  await runShutdownWork();
  process.exit(0);
}
