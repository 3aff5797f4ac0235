import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { type DoctorRun, examine } from '#lib/integration/doctor.ts';
import { summaryOf } from '#lib/integration/doctor-model.ts';
import type { Finding } from '#lib/integration/schema.ts';
import { lockDoctor } from '#lib/integration/store.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** Audit action at the end of a run; a writing run also has one at its start. */
export const RUN_ENDED = 'integration.run_doctor';
const RUN_BEGAN = 'integration.begin_doctor';

/** The run continues without listeners, so that it deletes what it created at AURA. */
export type DoctorSession = {
  findings: AsyncGenerator<Finding>;
};

/** Starts a run unless one is running. Without a database only the command line may run. */
export async function beginDoctor(
  actor: Actor,
  writes: DoctorRun['writes'],
): Promise<Result<DoctorSession, 'doctor.running'>> {
  const hold = await holdOn(actor);
  if (hold === 'taken') return refuse('doctor.running');
  const kind = kindOf(writes);
  try {
    if (hold && writes) await audit(actor, { action: RUN_BEGAN, detail: kind });
  } catch (error) {
    await hold?.();
    throw error;
  }
  const queue: Finding[] = [];
  let wake = Promise.withResolvers<void>();
  let isOver = false;
  const run = async () => {
    const all = await examine({ writes, hasDatabase: hold !== null }, (finding) => {
      queue.push(finding);
      wake.resolve();
    });
    if (hold) await noteEnd(actor, `${kind}: ${summaryOf(all)}`);
    await hold?.();
    isOver = true;
    wake.resolve();
  };
  void run();
  async function* findings(): AsyncGenerator<Finding> {
    for (;;) {
      for (let next = queue.shift(); next; next = queue.shift()) yield next;
      if (isOver) return;
      await wake.promise;
      wake = Promise.withResolvers();
    }
  }
  return ok({ findings: findings() });
}

function kindOf(writes: DoctorRun['writes']): string {
  if (!writes) return 'reading';
  return `TEST callout on ${writes.customerId === null ? 'a customer of its own' : `customer ${writes.customerId}`}`;
}

/** Returns the lock's release; null without a database. */
async function holdOn(actor: Actor): Promise<(() => Promise<void>) | 'taken' | null> {
  try {
    return (await lockDoctor()) ?? 'taken';
  } catch (error) {
    if (actor.role !== 'system') throw error;
    log.warn({ error: describeError(error) }, 'the doctor runs without a database');
    return null;
  }
}

async function noteEnd(actor: Actor, detail: string): Promise<void> {
  try {
    await audit(actor, { action: RUN_ENDED, detail });
  } catch (error) {
    // The result is already reported, and a writing run has its first audit entry.
    log.error({ error: describeError(error) }, 'audit of a doctor run failed');
  }
}
