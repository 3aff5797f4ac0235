import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { auditLocalSignIn } from '#lib/identity/audit-sign-in.ts';
import { userAgentField } from '#lib/identity/schema.ts';
import { answerChallenge, secondStepLimit } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';

/** Second step by code. Rate-limited per address here; better-auth limits per sign-in and account. */
export const completeOperatorSignIn = verb(
  'operator.sign_in',
  z.object({ challenge: z.string(), code: secondFactorCodeField, userAgent: userAgentField }),
  async (actor, { challenge, code, userAgent }) => {
    const full = await secondStepLimit('answer', actor.address);
    if (full) {
      await auditRefusal(actor, { action: 'second_factor.refuse', detail: full.code });
      return full;
    }
    const answered = await answerChallenge({ challenge, ...code }, { address: actor.address, userAgent });
    if (!answered.ok) {
      await auditRefusal(actor, { action: 'second_factor.refuse', detail: answered.code });
      return answered;
    }
    const { operatorId, cookies } = answered.value;
    await auditLocalSignIn(actor, operatorId, `by ${code.kind} code`);
    return ok({ cookies });
  },
);
