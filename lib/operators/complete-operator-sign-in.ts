import 'server-only';
import { z } from 'zod';
import { HOUR_MS } from '#lib/identity/model.ts';
import { userAgentField } from '#lib/identity/schema.ts';
import { answerChallenge } from '#lib/identity/second-factor.ts';
import { takeWithinLimits } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { CODES_PER_ADDRESS_AN_HOUR } from '#lib/operators/model.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';
import { audit, auditRefusal } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

/**
 * The second step of signing in. Limited for the address here, and for the sign-in and the account by what
 * keeps the second factor.
 */
export const completeOperatorSignIn = verb(
  'operator.sign_in',
  z.object({ challenge: z.string(), code: secondFactorCodeField, userAgent: userAgentField }),
  async (actor, { challenge, code, userAgent }) => {
    const key = keyedHash('limit-second-factor', actor.address);
    const limit = { key, max: CODES_PER_ADDRESS_AN_HOUR, windowMs: HOUR_MS };
    if (await takeWithinLimits([limit], now())) return refuse('operator.too_many_attempts');
    const answered = await answerChallenge({ challenge, ...code }, { address: actor.address, userAgent });
    if (!answered.ok) {
      await auditRefusal(actor, { action: 'second_factor.refuse', detail: answered.code });
      return answered;
    }
    const { operatorId, cookies } = answered.value;
    await audit(actor, { action: 'operator.sign_in', subject: operatorId, detail: `by ${code.kind} code` });
    return ok({ cookies });
  },
);
