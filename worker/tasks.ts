import type { TaskList } from 'graphile-worker';
import { refreshCoverage } from '#lib/coverage/refresh-coverage.ts';
import { forgetImports } from '#lib/customers/imports/forget-imports.ts';
import { forgetUnfinished } from '#lib/customers/registration/forget-unfinished.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { forgetExpired } from '#lib/identity/forget-expired.ts';
import { forgetCalls } from '#lib/integration/forget-calls.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/model.ts';
import { type Jobs, jobPayloads } from '#lib/platform/jobs.ts';
import { forgetWebhookEvents } from '#lib/webhooks/forget-webhook-events.ts';

/** A handler for every job there is; a failure that it throws is run again by the job runner. */
export const tasks = {
  'press.deliver': async (payload) => {
    const { pressId } = jobPayloads['press.deliver'].parse(payload);
    await deliverPress(systemActor('press.deliver'), { pressId, deadlineMs: REQUEST_BUDGET_MS });
  },
  'records.sweep': async () => {
    const actor = systemActor('records.sweep');
    await forgetExpired(actor, {});
    await forgetUnfinished(actor, {});
    await forgetImports(actor, {});
    await forgetWebhookEvents(actor, {});
    await forgetCalls(actor, {});
  },
  'coverage.refresh': async () => {
    const refreshed = await refreshCoverage(systemActor('coverage.refresh'), {});
    // Run again by the job runner, rarer and rarer, until the next hour's round takes its place.
    if (!refreshed.ok) throw new Error('AURA did not tell where it responds');
  },
} satisfies Record<keyof Jobs, TaskList[string]>;
