import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { deleteExpired } from '#lib/panic/texts/text-code-store.ts';
import { now } from '#lib/platform/clock.ts';

/** How long a code is kept after its expiry, so that its text is refused as expired or replayed. */
const KEPT_MS = 7 * 86_400_000;

/** Deletes codes that expired long ago. */
export const forgetTextCodes = verb('records.sweep', z.object({}), async () => {
  await deleteExpired(new Date(now().getTime() - KEPT_MS));
  return ok(null);
});
