import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { takeChallenge } from '#lib/identity/challenges.ts';
import { now } from '#lib/platform/clock.ts';
import { checkAssertion, readAnswered, relyingParty } from './ceremony.ts';
import type { Assertion } from './schema.ts';
import { findPasskey, recordUse } from './store.ts';

/** Whether a passkey of this operator answered a challenge that was made for this purpose. Uses the challenge up. */
export async function checkAnswer(response: Assertion, operatorId: string, purpose: string) {
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
