import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { deleteUnarrived } from '#lib/panic/withdraw-store.ts';
import { now } from '#lib/platform/clock.ts';

const DAY_MS = 86_400_000;
/** A press is sent by its device for minutes only; what is on its way longer than this does not arrive any more. */
const KEPT_MS = DAY_MS;
/** So that the sweep reads the newest rows by their time, and not the whole table. */
const LOOKED_BACK_MS = 60 * DAY_MS;

/** Deletes withdrawals of presses that never arrived. */
export const forgetUnarrived = verb('records.sweep', z.object({}), async () => {
  const at = now().getTime();
  await deleteUnarrived(new Date(at - LOOKED_BACK_MS), new Date(at - KEPT_MS));
  return ok(null);
});
