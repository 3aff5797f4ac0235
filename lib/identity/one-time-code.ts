import 'server-only';
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import {
  CODE_DIGITS,
  CODE_LIFETIME_MS,
  CODES_PER_ADDRESS_AN_HOUR,
  CODES_PER_NUMBER_AN_HOUR,
  HOUR_MS,
  judgeCode,
} from '#lib/identity/model.ts';
import { countTry, findCodeMobile, insertCode, markCodeUsed } from '#lib/identity/store.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';
import { sendSms } from '#lib/platform/text-message.ts';
import { takeWithinLimits } from './limits.ts';

/** What a code is good for. One that was sent for something counts for nothing else. */
export type CodePurpose = 'sign_in' | 'export' | 'erase';

// The first is that of earlier builds, whose codes go on counting.
const CODE_HASHES: Record<CodePurpose, string> = {
  sign_in: 'one-time-code',
  export: 'one-time-code-export',
  erase: 'one-time-code-erase',
};

/** Said in the message, so that nobody gives away a code without knowing for what. */
const CODE_WORDS: Record<CodePurpose, string> = {
  sign_in: 'Your Vigil code is',
  export: 'Your Vigil code to download your data is',
  erase: 'Your Vigil code to DELETE your account is',
};

/** Sends a new code (E.164). Limits count attempts, as a gateway that times out may have sent it. */
export async function issueCode(
  mobile: string,
  address: string,
  purpose: CodePurpose = 'sign_in',
): Promise<Result<{ codeId: string }, 'code.limit_number' | 'code.limit_address' | 'code.not_sent'>> {
  const numberKey = keyedHash('limit-number', mobile);
  const addressKey = keyedHash('limit-address', addressBlock(address));
  const at = now();
  const full = await takeWithinLimits(
    [
      { key: numberKey, max: CODES_PER_NUMBER_AN_HOUR, windowMs: HOUR_MS },
      { key: addressKey, max: CODES_PER_ADDRESS_AN_HOUR, windowMs: HOUR_MS },
    ],
    at,
  );
  if (full) return refuse(full.key === numberKey ? 'code.limit_number' : 'code.limit_address');

  const codeId = randomUUID();
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  await insertCode({
    id: codeId,
    mobile,
    codeHash: keyedHash(CODE_HASHES[purpose], `${codeId}:${code}`),
    expiresAt: new Date(at.getTime() + CODE_LIFETIME_MS),
  });
  return (await sendSms(mobile, codeMessage(code, purpose))) ? ok({ codeId }) : refuse('code.not_sent');
}

// The last line is the WebOTP format, which binds autofill to this site.
function codeMessage(code: string, purpose: CodePurpose): string {
  const host = new URL(env.APP_URL).hostname;
  return `${CODE_WORDS[purpose]} ${code}. It works for 10 minutes. We never ask for it.\n\n@${host} #${code}`;
}

/** Verifies a code; returns the mobile it was issued for. */
export async function redeemCode(
  codeId: string,
  code: string,
  purpose: CodePurpose = 'sign_in',
): Promise<Result<{ mobile: string }, 'code.wrong' | 'code.expired'>> {
  const typedHashes = keyedHashes(CODE_HASHES[purpose], `${codeId}:${code}`);
  const record = await countTry(codeId, typedHashes);
  if (!record) return refuse('code.expired');
  const at = now();
  const verdict = judgeCode(
    { ...record, wrongTries: record.tries },
    typedHashes.some((hash) => sameText(record.codeHash, hash)),
    at,
  );
  if (verdict !== 'accepted') return refuse(verdict);
  await markCodeUsed(codeId, at);
  return ok({ mobile: record.mobile });
}

/** Where a code went, for who holds its id; null when it is not kept any more. */
export async function mobileOfCode(codeId: string): Promise<string | null> {
  return findCodeMobile(codeId);
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
