import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { auditLocalSignIn } from '#lib/identity/audit-sign-in.ts';
import { userAgentField } from '#lib/identity/schema.ts';
import { finishWaiting, readWaiting, secondStepLimit } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { signingInBy } from './challenge-purpose.ts';
import { checkAnswer } from './check-answer.ts';
import { assertionField } from './schema.ts';

/** The second step of sign-in, by passkey. The challenge is single use, for this sign-in and operator. */
export const signInByPasskey = verb(
  'operator.sign_in',
  z.object({ challenge: z.string(), response: assertionField, userAgent: userAgentField }),
  async (actor, { challenge: waitingCookie, response, userAgent }) => {
    const full = await secondStepLimit('answer', actor.address);
    if (full) {
      await auditRefusal(actor, { action: 'second_factor.refuse', detail: full.code });
      return full;
    }
    const waiting = await readWaiting(waitingCookie);
    if (!waiting) return refuse('second_factor.expired');
    const { operatorId, key } = waiting;
    const checked = await checkAnswer(response, operatorId, signingInBy(key));
    if (!checked.ok) {
      const entry = { action: 'second_factor.refuse', subject: operatorId, detail: checked.code };
      await auditRefusal(actor, entry);
      return checked;
    }
    const cookies = await finishWaiting(waitingCookie, { address: actor.address, userAgent });
    if (!cookies) return refuse('second_factor.expired');
    const { label } = checked.value;
    await auditLocalSignIn(actor, operatorId, `by passkey ${label}`);
    return ok({ cookies });
  },
);
