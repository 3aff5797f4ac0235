import { refreshCoverage } from '#lib/coverage/refresh-coverage.ts';
import { forgetImports } from '#lib/customers/imports/forget-imports.ts';
import { forgetUnfinished } from '#lib/customers/registration/forget-unfinished.ts';
import { makePartitions } from '#lib/db/partitions.ts';
import { forgetHookEvents } from '#lib/hooks/forget-hook-events.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { forgetExpired } from '#lib/identity/forget-expired.ts';
import { forgetCalls } from '#lib/integration/forget-calls.ts';
import { forgetInvitations } from '#lib/operators/forget-invitations.ts';
import { forgetPasswordLinks } from '#lib/operators/passwords/forget-password-links.ts';
import { forgetUnarrived } from '#lib/panic/forget-unarrived.ts';
import { forgetTextCodes } from '#lib/panic/texts/forget-text-codes.ts';
import { forgetOld } from '#lib/privacy/forget-old.ts';
import type { Scheduled } from '#worker/schedule.ts';

const HOUR_MS = 3_600_000;

export const scheduled = [
  {
    name: 'records.sweep',
    everyMs: HOUR_MS,
    run: async () => {
      const actor = systemActor('records.sweep');
      await forgetExpired(actor, {});
      await forgetInvitations(actor, {});
      await forgetPasswordLinks(actor, {});
      await forgetUnfinished(actor, {});
      await forgetImports(actor, {});
      await forgetCalls(actor, {});
      await forgetTextCodes(actor, {});
      await forgetUnarrived(actor, {});
      await forgetHookEvents(actor, {});
    },
  },
  {
    name: 'records.retain',
    everyMs: HOUR_MS,
    run: async () => {
      const done = await forgetOld(systemActor('records.retain'), {});
      const failed = done.ok ? done.value.failed : [done.code];
      if (failed.length > 0) throw new Error(`not removed: ${failed.join(', ')}`);
    },
  },
  {
    name: 'coverage.refresh',
    everyMs: HOUR_MS,
    isRunAtStart: true,
    run: async () => {
      const refreshed = await refreshCoverage(systemActor('coverage.refresh'), {});
      if (!refreshed.ok) throw new Error('AURA did not tell where it responds');
    },
  },
  { name: 'partitions.make', everyMs: HOUR_MS, run: makePartitions },
] as const satisfies readonly Scheduled[];
