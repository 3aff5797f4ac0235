import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { findFactors } from '#lib/identity/factors.ts';
import { isRecentProof } from '#lib/identity/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { relyingParty } from './ceremony.ts';
import type { StepUpWays } from './schema.ts';

/** How an operator may prove again who they are, and whether they have just done so. */
export const readStepUp = verb(
  'operator.step_up',
  z.object({}),
  async ({ operatorId, provenAt, byProvider }) => {
    const { hasApp, passkeys } = await findFactors(operatorId);
    return ok({
      atProvider: byProvider ? (env.oidc?.name ?? null) : null,
      hasApp,
      hasPasskey: passkeys > 0 && relyingParty() !== null,
      byPassword: !hasApp && passkeys === 0,
      isProven: isRecentProof(provenAt, now()),
    } satisfies StepUpWays);
  },
);
