import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { carryOut, LEASE_MS } from './carry-out.ts';
import { claimDueErasures, nextErasureMs } from './erasure-store.ts';

const AT_ONCE = 4;

/** Goes on with the erasures that are due: after a crash, an alarm, or when AURA did not answer. */
export const carryOutErasures = verb('erasure.carry_out', z.object({}), async () => {
  await workEach('erasure', await claimDueErasures(AT_ONCE, LEASE_MS), carryOut);
  return ok({ nextMs: await nextErasureMs() });
});
