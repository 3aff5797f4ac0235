import { z } from 'zod';
import { mobileField } from '#lib/customers/registration/schema.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { codeField } from '#lib/identity/schema.ts';

const BEGIN_AGAIN = 'Type the new number again';
/** Sealed by us: the new number, and whether the old one is confirmed. */
const proofField = z.string(BEGIN_AGAIN).min(1, BEGIN_AGAIN).max(2_000, BEGIN_AGAIN);

export const startMobileChangeInput = z.object({ mobile: mobileField('your new mobile number') });

export const mobileProofInput = z.object({ proof: proofField });

export const mobileCodeInput = mobileProofInput.extend({ codeId: z.uuid(BEGIN_AGAIN), code: codeField });

/** Form state: the number, the code of the old one, the code of the new one. */
export type MobileForm = {
  step: 'number' | 'old' | 'new' | 'done';
  mobile: string;
  codeId: string;
  sentTo: string;
  proof: string;
  problem: Refusal | null;
};
