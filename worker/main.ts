import { doBeforeEnd } from '#lib/platform/before-end.ts';
import { endOnUncaught } from '#lib/platform/last-words.ts';
import { log } from '#lib/platform/log.ts';
import { jobs } from '#worker/jobs.ts';
import { keepPolling } from '#worker/poller.ts';
import { repeat } from '#worker/repeat.ts';
import { enrol } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';
import { listenForWakeUps } from '#worker/wake-ups.ts';

// The worker process runs every job of jobs.ts; several workers share the work.

endOnUncaught();
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
  await doBeforeEnd();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
