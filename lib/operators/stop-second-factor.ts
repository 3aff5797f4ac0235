import 'server-only';
import { z } from 'zod';
import { endSecondFactor } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';
import { audit } from '#lib/platform/audit.ts';
import { ok } from '#lib/platform/result.ts';

/** Turns one's second factor off. An admin who must have one is led to set up the next. */
export const stopSecondFactor = verb(
  'second_factor.manage',
  z.object({ headers: z.instanceof(Headers), password: passwordField }),
  async (actor, { headers, password }) => {
    const ended = await endSecondFactor(headers, actor.operatorId, password);
    if (!ended.ok) return ended;
    await audit(actor, { action: 'second_factor.turn_off', subject: actor.operatorId });
    return ok(ended.value);
  },
);
