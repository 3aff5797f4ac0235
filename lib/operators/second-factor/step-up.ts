import 'server-only';
import { z } from 'zod';
import { type Refusal, refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { findFactors } from '#lib/identity/factors.ts';
import { checkOwnCode, passwordProblem } from '#lib/identity/own-factors.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField, secondFactorCodeField } from '#lib/operators/schema.ts';
import { keepProof } from './keep-proof.ts';

const input = z.object({
  headers: z.instanceof(Headers),
  code: secondFactorCodeField.optional(),
  password: passwordField.optional(),
});

type Proof = { headers: Headers; operatorId: string } & Pick<z.output<typeof input>, 'code' | 'password'>;

/** An operator proves again who they are: by a factor, or by the password when they have no factor. */
export const stepUp = verb('operator.step_up', input, async (actor, { headers, code, password }) => {
  const { operatorId } = actor;
  if (actor.byProvider) return refuse('step_up.at_provider');
  const sessionId = await operatorSessionIdIn(headers);
  if (!sessionId) return refuse('session.required');
  const refused = await problemOf({ headers, operatorId, code, password });
  if (refused) {
    const entry = { action: 'operator.refuse_step_up', subject: operatorId, detail: refused.code };
    await auditRefusal(actor, entry);
    return refused;
  }
  return keepProof(actor, sessionId, code ? `${code.kind} code` : 'password');
});

async function problemOf({ headers, operatorId, code, password }: Proof): Promise<Refusal | null> {
  if (code) {
    const checked = await checkOwnCode(headers, operatorId, code);
    return checked.ok ? null : checked;
  }
  const { hasApp, passkeys } = await findFactors(operatorId);
  if (hasApp || passkeys > 0) return refuse('step_up.factor_required');
  if (password === undefined) return refuse('input.invalid', { password: 'Type your password' });
  return passwordProblem(operatorId, password);
}
