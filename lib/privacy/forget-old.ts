import 'server-only';
import { z } from 'zod';
import { listClosedBefore, listClosedOfErased } from '#lib/callouts/records.ts';
import { deleteEscalationTextsBefore } from '#lib/console/escalation-texts/records.ts';
import { deleteHandoversBefore } from '#lib/console/handover/records.ts';
import { ok } from '#lib/errors/result.ts';
import { removeFixesBefore } from '#lib/following/positions/records.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { forgetAddresses } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { listPressesBefore, listPressesOfErased } from '#lib/panic/records.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { type Removal, removals } from '#lib/vocabulary.ts';
import { forgetWebhookEvents } from '#lib/webhooks/forget-webhook-events.ts';
import { anonymiseInBatches, anonymisePressesInBatches, BATCH } from './anonymise-store.ts';
import { recordRemoval } from './removal-store.ts';

const DAY_MS = 86_400_000;

const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);

const RULES: Readonly<Record<Removal, () => Promise<number>>> = {
  trails: () => untilFew((atMost) => removeFixesBefore(ago(env.KEEP_TRAIL_DAYS), atMost)),
  alarms: forgetAlarms,
  shifts: forgetShifts,
  webhook_bodies: () =>
    untilFew(async (atMost) => {
      const done = await forgetWebhookEvents(systemActor('records.retain'), { atMost });
      if (!done.ok) throw new Error(`refused: ${done.code}`);
      return done.value.removed;
    }),
  audit_addresses: () => untilFew((atMost) => forgetAddresses(ago(env.KEEP_AUDIT_ADDRESS_DAYS), atMost)),
};

/** Removes what is older than its time, kind by kind. One that fails does not keep the others; it is named. */
export const forgetOld = verb('records.retain', z.object({}), async () => {
  const failed: string[] = [];
  for (const what of removals) {
    try {
      await recordRemoval(what, await RULES[what](), now());
    } catch (error) {
      log.error({ error: describeError(error), what }, 'old records were not removed');
      failed.push(what);
    }
  }
  return ok({ failed });
});

async function forgetAlarms(): Promise<number> {
  const before = ago(env.KEEP_ALARM_DAYS);
  const counts = [
    await anonymiseInBatches((limit) => listClosedBefore(before, limit)),
    await anonymisePressesInBatches((limit) => listPressesBefore(before, limit)),
    await anonymiseInBatches(listClosedOfErased),
    await anonymisePressesInBatches(listPressesOfErased),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What operators wrote to each other, and whom a text called to an alarm: of use as long as the alarm itself. */
async function forgetShifts(): Promise<number> {
  const before = ago(env.KEEP_ALARM_DAYS);
  const handovers = await untilFew((atMost) => deleteHandoversBefore(before, atMost));
  return handovers + (await untilFew((atMost) => deleteEscalationTextsBefore(before, atMost)));
}

/** In statements of one batch each, so that none holds locks for long. Whole weeks may make it more. */
async function untilFew(remove: (atMost: number) => Promise<number>): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await remove(BATCH);
    removed += batch;
    if (batch < BATCH) return removed;
  }
}
