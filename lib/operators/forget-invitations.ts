import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { sweepInvitations } from './store.ts';

export const forgetInvitations = verb('records.sweep', z.object({}), async () => {
  await sweepInvitations(now());
  return ok(null);
});
