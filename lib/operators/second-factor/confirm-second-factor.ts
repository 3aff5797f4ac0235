import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { proveApp } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';

/** Activates the authenticator app by its first code. The first factor ends all other sessions. */
export const confirmSecondFactor = verb(
  'second_factor.manage',
  z.object({ headers: z.instanceof(Headers), code: secondFactorCodeField }),
  async (actor, { headers, code }) => {
    if (code.kind !== 'app') return refuse('second_factor.wrong');
    const proved = await proveApp(headers, actor.operatorId, code.code);
    if (!proved.ok) return proved;
    await audit(actor, { action: 'second_factor.turn_on', subject: actor.operatorId });
    return ok(proved.value);
  },
);
