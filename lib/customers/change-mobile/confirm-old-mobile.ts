import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { readProof, sealProof } from './mobile-proof.ts';
import { mobileCodeInput } from './schema.ts';

/** The code of the old number was typed: only then does the new one get a text. */
export const confirmOldMobile = verb(
  'profile.change_mobile',
  mobileCodeInput,
  async (actor, { proof: sealed, codeId, code }) => {
    const proof = readProof(sealed, actor.personId);
    if (!proof) return refuse('code.expired');
    const redeemed = await redeemCode(codeId, code, 'mobile_old');
    if (!redeemed.ok) return redeemed;
    if (redeemed.value.mobile !== proof.oldMobile) return refuse('code.wrong');
    return ok({ proof: sealProof({ ...proof, isOldConfirmed: true }) });
  },
);
