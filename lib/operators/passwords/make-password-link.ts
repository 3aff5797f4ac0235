import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { findOperator } from '#lib/operators/store.ts';
import { makeReset } from './make-reset.ts';

/** For an operator who has forgotten their password. The old one works until the link is used. */
export const makePasswordLink = verb(
  'operator.reset_password',
  z.object({ operatorId: operatorIdField }),
  async (actor, { operatorId }) => {
    // One's own password is changed where the present one is asked for.
    if (operatorId === actor.operatorId) return refuse('operator.own_password');
    if (!(await findOperator(operatorId))) return refuse('operator.not_found');
    return ok({ link: await makeReset(actor, operatorId, actor.operatorId) });
  },
);
