import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { insertChallenge } from '#lib/identity/challenges.ts';
import { readWaiting, secondStepLimit } from '#lib/identity/second-factor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { relyingParty, requestOptions } from './ceremony.ts';
import { signingInBy } from './challenge-purpose.ts';
import { CHALLENGE_LIFETIME_MS } from './model.ts';
import { listPasskeysOf } from './store.ts';

/** WebAuthn options for a pending sign-in. */
export const startPasskeySignIn = verb(
  'operator.sign_in',
  z.object({ challenge: z.string() }),
  async (actor, { challenge: waitingCookie }) => {
    const party = relyingParty();
    if (!party) return refuse('passkey.unavailable');
    const full = await secondStepLimit('begin', actor.address);
    if (full) return full;
    const waiting = await readWaiting(waitingCookie);
    if (!waiting) return refuse('second_factor.expired');
    const known = await listPasskeysOf(waiting.operatorId);
    if (known.length === 0) return refuse('passkey.not_found');
    const options = await requestOptions(party, known);
    const at = now();
    const until = new Date(at.getTime() + CHALLENGE_LIFETIME_MS);
    await insertChallenge(signingInBy(waiting.key), options.challenge, at, until);
    return ok({ options });
  },
);
