import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { findFactors } from '#lib/identity/factors.ts';
import { readWaiting } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { relyingParty } from './ceremony.ts';

/** The factors available to a pending sign-in. */
export const readSecondStep = verb(
  'operator.sign_in',
  z.object({ challenge: z.string() }),
  async (_actor, { challenge }) => {
    const waiting = challenge === '' ? null : await readWaiting(challenge);
    if (!waiting) return refuse('second_factor.expired');
    const { hasApp, passkeys } = await findFactors(waiting.operatorId);
    return ok({ hasApp, hasPasskey: passkeys > 0 && relyingParty() !== null });
  },
);
