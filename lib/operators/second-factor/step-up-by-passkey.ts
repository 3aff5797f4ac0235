import 'server-only';
import { z } from 'zod';
import { refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { secondStepLimit } from '#lib/identity/second-factor.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { steppingUpIn } from './challenge-purpose.ts';
import { checkAnswer } from './check-answer.ts';
import { keepProof } from './keep-proof.ts';
import { assertionField } from './schema.ts';

/** A step-up by passkey. The challenge is single use, for this session and its operator. */
export const stepUpByPasskey = verb(
  'operator.step_up',
  z.object({ headers: z.instanceof(Headers), response: assertionField }),
  async (actor, { headers, response }) => {
    const { operatorId, address } = actor;
    if (actor.byProvider) return refuse('step_up.at_provider');
    const full = await secondStepLimit('answer', address ?? operatorId);
    if (full) {
      await auditRefusal(actor, {
        action: 'operator.refuse_step_up',
        subject: operatorId,
        detail: full.code,
      });
      return full;
    }
    const sessionId = await operatorSessionIdIn(headers);
    if (!sessionId) return refuse('session.required');
    const checked = await checkAnswer(response, operatorId, steppingUpIn(sessionId));
    if (!checked.ok) {
      const entry = { action: 'operator.refuse_step_up', subject: operatorId, detail: checked.code };
      await auditRefusal(actor, entry);
      return checked;
    }
    return keepProof(actor, sessionId, `passkey ${checked.value.label}`);
  },
);
