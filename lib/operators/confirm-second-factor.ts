import 'server-only';
import { z } from 'zod';
import { proveSecondFactor } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';
import { audit } from '#lib/platform/audit.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** Turns one's second factor on by the first code of the app. From now on signing in asks for one. */
export const confirmSecondFactor = verb(
  'second_factor.manage',
  z.object({ headers: z.instanceof(Headers), code: secondFactorCodeField }),
  async (actor, { headers, code }) => {
    if (code.kind !== 'app') return refuse('second_factor.wrong');
    const proved = await proveSecondFactor(headers, code.code);
    if (!proved.ok) return proved;
    await audit(actor, { action: 'second_factor.turn_on', subject: actor.operatorId });
    return ok(proved.value);
  },
);
