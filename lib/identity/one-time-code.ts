import 'server-only';
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import {
  CODE_DIGITS,
  CODE_LIFETIME_MS,
  CODES_PER_ADDRESS_AN_HOUR,
  CODES_PER_NUMBER_A_DAY,
  CODES_PER_NUMBER_AN_HOUR,
  DAY_MS,
  HOUR_MS,
  judgeCode,
  UNUSED_CODES,
} from '#lib/identity/model.ts';
import { countTry, endOlderCodes, findCodeMobile, insertCode, markCodeUsed } from '#lib/identity/store.ts';
import { named } from '#lib/languages/brand-name.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { isLanguage } from '#lib/languages/languages.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { counter } from '#lib/platform/metrics.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';
import { sendSms } from '#lib/platform/text-message.ts';
import { anonymousActor, systemActor } from './actor.ts';
import { auditOnce, auditRefusal } from './audit.ts';
import { forgetCounts, type Limit, takeWithinLimits } from './limits.ts';

/** The entry of the hour in which SMS_CODES_PER_HOUR was used up. */
export const BUDGET_USED = 'code.budget_used';

const refusals = counter({
  name: 'vigil_codes_refused_total',
  help: 'Codes by text message that were not sent, by the limit that was reached.',
  labelNames: ['reason'],
});

for (const reason of ['too_soon', 'limit_number', 'limit_day', 'limit_address', 'budget']) {
  refusals.inc({ reason }, 0);
}

/** What a code is good for. One that was sent for something counts for nothing else. */
export type CodePurpose = 'sign_in' | 'export' | 'erase' | 'mobile_old' | 'mobile_new';

// The first is that of earlier builds, whose codes go on counting.
const CODE_HASHES: Record<CodePurpose, string> = {
  sign_in: 'one-time-code',
  export: 'one-time-code-export',
  erase: 'one-time-code-erase',
  mobile_old: 'one-time-code-mobile-old',
  mobile_new: 'one-time-code-mobile-new',
};

type NotIssued = 'code.too_soon' | 'code.limit_number' | 'code.limit_day' | 'code.limit_address';

/**
 * Sends a new code (E.164); once the gateway has it, earlier ones of that number end. Limits count attempts, as a gateway
 * that times out may have sent it. None of them is asked by a press.
 */
export async function issueCode(
  mobile: string,
  address: string,
  purpose: CodePurpose = 'sign_in',
  language: string | null = null,
): Promise<Result<{ codeId: string }, NotIssued | 'code.not_sent' | 'server.unavailable'>> {
  const at = now();
  const full = await inTurn(() => takeWithinLimits(limitsOf(mobile, address), at));
  if (full) return refused(full, address, at);
  const codeId = randomUUID();
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  const issued = {
    ...{ id: codeId, mobile, expiresAt: new Date(at.getTime() + CODE_LIFETIME_MS) },
    codeHash: keyedHash(CODE_HASHES[purpose], `${codeId}:${code}`),
  };
  await insertCode(issued);
  if (!(await sendSms(mobile, codeMessage(code, purpose, language)))) return refuse('code.not_sent');
  await endOlderCodes(mobile, at);
  return ok({ codeId });
}

let last: Promise<unknown> = Promise.resolve();

/** One at a time in a process: who waits for the lock of all codes would hold a connection that a press needs. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const next = last.then(work, work);
  last = next;
  return next;
}

type CodeLimit = Limit & { code: NotIssued | 'server.unavailable' };

/** The longest waits first: the answer is about the last one to end. */
function limitsOf(mobile: string, address: string): CodeLimit[] {
  const unused = keyedHash(UNUSED, mobile);
  const number = keyedHash('limit-number', mobile);
  const place = keyedHash('limit-address', addressBlock(address));
  return [
    { key: number, max: CODES_PER_NUMBER_A_DAY, windowMs: DAY_MS, code: 'code.limit_day' },
    { key: number, max: CODES_PER_NUMBER_AN_HOUR, windowMs: HOUR_MS, code: 'code.limit_number' },
    ...UNUSED_CODES.map((wait) => ({ key: unused, ...wait, code: 'code.too_soon' as const })),
    { key: place, max: CODES_PER_ADDRESS_AN_HOUR, windowMs: HOUR_MS, code: 'code.limit_address' },
    { key: ALL_CODES, max: env.SMS_CODES_PER_HOUR, windowMs: HOUR_MS, code: 'server.unavailable' },
  ];
}

/** Codes of a number that nobody has typed. */
const UNUSED = 'limit-number-unused';
const ALL_CODES = 'codes-in-all';

async function refused({ code, key }: CodeLimit, address: string, at: Date) {
  const isBudget = key === ALL_CODES;
  refusals.inc({ reason: isBudget ? 'budget' : code.replace('code.', '') });
  await auditRefusal(anonymousActor(address), { action: 'code.refuse', detail: isBudget ? 'budget' : code });
  if (isBudget) await sayBudgetIsUsed(at);
  return refuse(code);
}

/** Once an hour: the board shows it while it lasts. */
async function sayBudgetIsUsed(at: Date): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
  const entry = { action: BUDGET_USED, subject: 'codes', detail: `${env.SMS_CODES_PER_HOUR} in an hour` };
  if (await auditOnce(systemActor('one_time_code'), entry, hour)) {
    log.error({ atMost: env.SMS_CODES_PER_HOUR }, 'no more codes are sent: SMS_CODES_PER_HOUR is used up');
  }
}

// It says what the code is for, so that nobody gives it away without knowing. The last line is the WebOTP format, which
// binds autofill to this site.
function codeMessage(code: string, purpose: CodePurpose, language: string | null): string {
  const host = new URL(env.APP_URL).hostname;
  const t = translateInto(language !== null && isLanguage(language) ? language : 'en');
  return `${named(t(`code.${purpose}`, { code }), env.BRAND_NAME)} ${t('code.rest')}\n\n@${host} #${code}`;
}

type Checked = Result<{ mobile: string }, 'code.wrong' | 'code.expired'>;

/** Verifies a code; returns the mobile it was issued for. It stays good until {@link spendCode}. */
export async function checkCode(
  codeId: string,
  code: string,
  purpose: CodePurpose = 'sign_in',
): Promise<Checked> {
  const typedHashes = keyedHashes(CODE_HASHES[purpose], `${codeId}:${code}`);
  const record = await countTry(codeId, typedHashes);
  if (!record) return refuse('code.expired');
  const verdict = judgeCode(
    { ...record, wrongTries: record.tries },
    typedHashes.some((hash) => sameText(record.codeHash, hash)),
    now(),
  );
  return verdict === 'accepted' ? ok({ mobile: record.mobile }) : refuse(verdict);
}

/** Marks a code as used, once what it was typed for can be done. */
export async function spendCode(codeId: string, mobile: string): Promise<void> {
  await markCodeUsed(codeId, now());
  await forgetCounts(keyedHashes(UNUSED, mobile));
}

/** Verifies a code and uses it. */
export async function redeemCode(codeId: string, code: string, purpose?: CodePurpose): Promise<Checked> {
  const checked = await checkCode(codeId, code, purpose);
  if (checked.ok) await spendCode(codeId, checked.value.mobile);
  return checked;
}

/** Where a code went, for who holds its id; null when it is not kept any more. */
export async function mobileOfCode(codeId: string): Promise<string | null> {
  return findCodeMobile(codeId);
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
