import { Logger, parseCronItems, run } from 'graphile-worker';
import { database, pool } from '#lib/db/database.ts';
import { doBeforeEnd } from '#lib/platform/before-end.ts';
import { now } from '#lib/platform/clock.ts';
import { addJob } from '#lib/platform/jobs.ts';
import { endOnUncaught } from '#lib/platform/last-words.ts';
import { log } from '#lib/platform/log.ts';
import { keepEscalating } from '#worker/escalation-loop.ts';
import { keepWorkingInbox } from '#worker/inbox-loop.ts';
import { keepDelivering } from '#worker/outbox.ts';
import { keepPolling } from '#worker/poller.ts';
import { keepForwarding } from '#worker/position-loop.ts';
import { keepRepairing } from '#worker/repair-loop.ts';
import { tasks } from '#worker/tasks.ts';

// What goes on without any browser: jobs, and the poller. Any number of workers may run; they share the work.

endOnUncaught();
const stopping = new AbortController();

const runner = await run({
  pgPool: pool(),
  taskList: tasks,
  parsedCronItems: parseCronItems([
    { task: 'records.sweep', match: '17 * * * *' },
    { task: 'coverage.refresh', match: '41 * * * *', options: { jobKey: 'coverage.refresh' } },
  ]),
  concurrency: 5,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    // What follows is the message of an error, which may repeat what was asked of the database.
    const ours = message.replace(/ with error .*/s, '');
    if (level === 'error' || level === 'warning') log.warn({ level }, `jobs: ${ours.slice(0, 120)}`);
  }),
});
runner.events.on('job:error', ({ job, error }) => {
  log.error({ err: error, task: job.task_identifier, attempt: job.attempts }, 'job failed');
});
// A new deployment does not wait for the hour.
await addJob(database(), 'coverage.refresh', {}, { key: 'coverage.refresh', runAt: now() });
const polling = keepPolling(stopping.signal);
const delivering = keepDelivering(stopping.signal);
const forwarding = keepForwarding(stopping.signal);
const escalating = keepEscalating(stopping.signal);
const repairing = keepRepairing(stopping.signal);
const working = keepWorkingInbox(stopping.signal);
log.info('worker ready');

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  const loops = [polling, delivering, forwarding, escalating, repairing, working];
  await Promise.allSettled([runner.stop(), ...loops]);
  await doBeforeEnd();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
await runner.promise;
