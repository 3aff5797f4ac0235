import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import {
  OPERATOR_ATTEMPTS,
  OPERATOR_ATTEMPTS_AN_ACCOUNT,
  OPERATOR_ATTEMPTS_AN_ADDRESS,
  OPERATOR_ATTEMPTS_MS,
} from '#lib/identity/model.ts';
import { operatorSignInInput } from '#lib/identity/schema.ts';
import { startOperatorSession } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import type { AnonymousActor } from './actor.ts';
import { auditRefusal } from './audit.ts';
import { auditLocalSignIn } from './audit-sign-in.ts';
import { findPasswordOf } from './factors.ts';
import { takeWithinLimits } from './limits.ts';
import { maySignInLocally } from './ways-to-sign-in.ts';

const NOBODYS_EMAIL = 'nobody@vigil.invalid';

/**
 * Rate limits per 15 minutes: strict per account and address (a stranger's failures must not lock the
 * operator out), wider per address (many accounts) and per account (many addresses).
 */
export const signInOperator = verb('operator.sign_in', operatorSignInInput, async (actor, input) => {
  const account = input.email.toLowerCase();
  const place = addressBlock(actor.address);
  const limit = (of: string, max: number) => ({
    key: keyedHash('limit-operator', of),
    max,
    windowMs: OPERATOR_ATTEMPTS_MS,
  });
  const full = await takeWithinLimits(
    [
      limit(`${account} ${place}`, OPERATOR_ATTEMPTS),
      limit(`address ${place}`, OPERATOR_ATTEMPTS_AN_ADDRESS),
      limit(`account ${account}`, OPERATOR_ATTEMPTS_AN_ACCOUNT),
    ],
    now(),
  );
  if (full) return refused(actor, 'operator.too_many_attempts', account);
  const { email, password, userAgent } = input;
  // The same answer, and as late, whoever is named: it does not tell whose address the emergency's is.
  const tried = (await maySignInLocally(email)) ? email : NOBODYS_EMAIL;
  const signedIn = await startOperatorSession(tried, password, { address: actor.address, userAgent });
  if (!signedIn) return refused(actor, 'operator.sign_in_failed', account);
  const { cookies, needsCode, operatorId } = signedIn;
  if (operatorId) await auditLocalSignIn(actor, operatorId);
  return ok({ cookies, needsCode });
});

/** In the audit by the account that was meant, if there is one: what was typed may be somebody's password. */
async function refused<Code extends 'operator.too_many_attempts' | 'operator.sign_in_failed'>(
  actor: AnonymousActor,
  code: Code,
  account: string,
) {
  const subject = (await findPasswordOf(account))?.operatorId;
  await auditRefusal(actor, {
    action: 'operator.refuse_sign_in',
    detail: code,
    ...(subject ? { subject } : {}),
  });
  return refuse(code);
}
