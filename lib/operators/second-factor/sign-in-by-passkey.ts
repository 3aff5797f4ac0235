import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit, auditRefusal } from '#lib/identity/audit.ts';
import { takeChallenge } from '#lib/identity/challenges.ts';
import { userAgentField } from '#lib/identity/schema.ts';
import { finishWaiting, readWaiting, secondStepLimit } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { checkAssertion, readAnswered, relyingParty } from './ceremony.ts';
import { signingInBy } from './challenge-purpose.ts';
import { type Assertion, assertionField } from './schema.ts';
import { findPasskey, recordUse } from './store.ts';

/** The second step of sign-in, by passkey. The challenge is single use, for this sign-in and operator. */
export const signInByPasskey = verb(
  'operator.sign_in',
  z.object({ challenge: z.string(), response: assertionField, userAgent: userAgentField }),
  async (actor, { challenge: waitingCookie, response, userAgent }) => {
    const full = await secondStepLimit('answer', actor.address);
    if (full) return full;
    const waiting = await readWaiting(waitingCookie);
    if (!waiting) return refuse('second_factor.expired');
    const { operatorId, key } = waiting;
    const checked = await checkAnswer(response, operatorId, signingInBy(key));
    if (!checked.ok) {
      const entry = { action: 'second_factor.refuse', subject: operatorId, detail: checked.code };
      await auditRefusal(actor, entry);
      return checked;
    }
    const cookies = await finishWaiting(waitingCookie, { address: actor.address, userAgent });
    if (!cookies) return refuse('second_factor.expired');
    const { label } = checked.value;
    await audit(actor, { action: 'operator.sign_in', subject: operatorId, detail: `by passkey ${label}` });
    return ok({ cookies });
  },
);

async function checkAnswer(response: Assertion, operatorId: string, purpose: string) {
  const party = relyingParty();
  if (!party) return refuse('passkey.unavailable');
  const answered = readAnswered(party, response.response.clientDataJSON);
  if (!answered.ok) return answered;
  const { challenge } = answered.value;
  const at = now();
  if (!(await takeChallenge(purpose, challenge, at))) return refuse('passkey.challenge_gone');
  const passkey = await findPasskey(response.id);
  if (!passkey) return refuse('passkey.unknown');
  if (passkey.operatorId !== operatorId) return refuse('passkey.of_somebody_else');
  const checked = await checkAssertion(party, response, challenge, passkey);
  if (!checked.ok) return checked;
  const isCountedOn = await recordUse(passkey.id, checked.value.counter, at);
  return isCountedOn ? ok({ label: passkey.label }) : refuse('passkey.copied');
}
