import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { returnInput, type SignupReturn } from './schema.ts';
import { settleSignup } from './settle-signup.ts';
import { findSignup, noteReturn } from './store.ts';

/** Rate limit per signup and ten minutes; the return URL is public. */
const MOST_ASKED = 60;
const WINDOW_MS = 600_000;

/** Result page after AURA's redirect. The browser's status alone changes nothing. Idempotent. */
export const returnFromSignup = verb(
  'signup.return',
  returnInput,
  async (actor, { reference, status, errorCode }) => {
    const signup = await findSignup(reference);
    if (!signup) return refuse('signup.not_found');
    if (!signup.confirmedAt) {
      const at = now();
      const limit = { key: `signup:${signup.id}`, max: MOST_ASKED, windowMs: WINDOW_MS };
      if (await takeWithinLimits([limit], at)) return refuse('signup.too_many');
      await noteReturn(signup.id, status ?? null, at);
    }
    const settled = await settleSignup(actor, signup);
    if (!settled.ok) return settled;
    return ok({
      outcome: settled.value,
      said: status ?? null,
      errorCode: errorCode ?? null,
    } satisfies SignupReturn);
  },
);
