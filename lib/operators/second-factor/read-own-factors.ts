import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { findFactors, findRecoveryCodes } from '#lib/identity/factors.ts';
import { countSealedCodes } from '#lib/identity/recovery-codes.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { relyingParty } from './ceremony.ts';
import type { OwnFactors } from './schema.ts';
import { listPasskeysOf } from './store.ts';

export const readOwnFactors = verb('second_factor.manage', z.object({}), async ({ operatorId }) => {
  const [{ hasApp }, passkeys, sealed] = await Promise.all([
    findFactors(operatorId),
    listPasskeysOf(operatorId),
    findRecoveryCodes(operatorId),
  ]);
  const isOn = hasApp || passkeys.length > 0;
  const factors: OwnFactors = {
    asOf: now().toISOString(),
    hasApp,
    passkeys: passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({
      passkeyId: id,
      label,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    recoveryCodesLeft: isOn && sealed ? await countSealedCodes(sealed) : 0,
    canMakePasskeys: relyingParty() !== null,
  };
  return ok(factors);
});
