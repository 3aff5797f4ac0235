import { Logger, parseCronItems, run } from 'graphile-worker';
import { pool } from '#lib/platform/db/database.ts';
import { endOnUncaught } from '#lib/platform/last-words.ts';
import { log } from '#lib/platform/log.ts';
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
  parsedCronItems: parseCronItems([{ task: 'records.sweep', match: '17 * * * *' }]),
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
const polling = keepPolling(stopping.signal);
const delivering = keepDelivering(stopping.signal);
const forwarding = keepForwarding(stopping.signal);
const repairing = keepRepairing(stopping.signal);
const working = keepWorkingInbox(stopping.signal);
log.info('worker ready');

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await Promise.allSettled([runner.stop(), polling, delivering, forwarding, repairing, working]);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
await runner.promise;
