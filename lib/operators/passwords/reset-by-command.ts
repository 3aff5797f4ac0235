import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { emailField } from '#lib/identity/schema.ts';
import { verb } from '#lib/identity/verb.ts';
import { findOperatorByEmail, removeSecondFactors } from '#lib/operators/store.ts';
import { makeReset } from './make-reset.ts';

/** For the last admin who is locked out: whoever may run commands with the database's password makes the link. */
export const resetByCommand = verb(
  'operator.reset_by_command',
  z.object({ email: emailField, withSecondFactor: z.boolean() }),
  async (actor, { email, withSecondFactor }) => {
    const operator = await findOperatorByEmail(email.toLowerCase());
    if (!operator) return refuse('operator.not_found');
    const { operatorId, switchedOffAt } = operator;
    if (withSecondFactor) await removeSecondFactors(actor, operatorId);
    return ok({ link: await makeReset(actor, operatorId, null), isSwitchedOff: switchedOffAt !== null });
  },
);
