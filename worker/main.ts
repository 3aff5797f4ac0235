import { exitOnUncaught } from '#lib/platform/exit-on-uncaught.ts';
import { log } from '#lib/platform/log.ts';
import { runShutdownWork } from '#lib/platform/on-shutdown.ts';
import { jobs } from '#worker/jobs.ts';
import { keepPolling } from '#worker/poller.ts';
import { repeat } from '#worker/repeat.ts';
import { enrol } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';
import { listenForWakeUps } from '#worker/wake-ups.ts';

// The worker process runs every job of jobs.ts; several workers share the work.

exitOnUncaught();
const stopping = new AbortController();

await enrol(scheduled);
const wakeUps = listenForWakeUps(stopping.signal);
const loops = [
  keepPolling(stopping.signal, wakeUps),
  ...jobs.filter((job) => !job.isElected).map((job) => repeat(job, wakeUps, stopping.signal)),
];
log.info('worker ready');

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await Promise.allSettled(loops);
  await runShutdownWork();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
