import { and, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { outboxOf, workEach } from '#lib/platform/outbox.ts';

// Scheduled jobs as table rows, shared by all workers.

export type Scheduled = {
  readonly name: string;
  readonly everyMs: number;
  /** Also at every worker start. */
  readonly isRunAtStart?: true;
  readonly run: () => Promise<unknown>;
};

/** A silent worker's job passes to another after this. */
const LEASE_MS = 300_000;
const BACKOFF = { firstMs: 5_000, longestMs: 1_800_000 };

const outbox = outboxOf(scheduledJob, { isOpen: sql`true`, wakeUp: sql`null` });

/** Inserts missing rows. */
export async function enrol(jobs: readonly Scheduled[]): Promise<void> {
  for (const { name, isRunAtStart } of jobs) {
    await database().insert(scheduledJob).values({ name }).onConflictDoNothing();
    if (isRunAtStart) {
      await database().update(scheduledJob).set(outbox.dueIn(0)).where(eq(scheduledJob.name, name));
    }
  }
}

/** Runs due jobs; a failed one is retried with backoff. Returns when the next is due. */
export async function runScheduled(jobs: readonly Scheduled[]): Promise<number | null> {
  const own = inArray(
    scheduledJob.name,
    jobs.map(({ name }) => name),
  );
  const due = await database()
    .update(scheduledJob)
    .set({ ...outbox.claim(LEASE_MS), attempts: sql`${scheduledJob.attempts} + 1` })
    .where(outbox.pick(scheduledJob.name, jobs.length, own))
    .returning();
  await workEach('scheduled job', due, async (row) => {
    const job = jobs.find(({ name }) => name === row.name);
    const release = async (attempts: number, afterMs: number) => {
      await database()
        .update(scheduledJob)
        .set({ attempts, ...outbox.released(row, afterMs) })
        .where(and(eq(scheduledJob.name, row.name), outbox.isHeldBy(row)));
    };
    try {
      await job?.run();
    } catch (error) {
      await release(row.attempts, backoffMs(row.attempts, Math.random(), BACKOFF));
      throw error;
    }
    await release(0, job?.everyMs ?? LEASE_MS);
  });
  return outbox.nextDueMs(database(), own);
}
