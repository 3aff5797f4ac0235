import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { insertChallenge } from '#lib/identity/challenges.ts';
import { secondStepLimit } from '#lib/identity/second-factor.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { relyingParty, requestOptions } from './ceremony.ts';
import { steppingUpIn } from './challenge-purpose.ts';
import { CHALLENGE_LIFETIME_MS } from './model.ts';
import { listPasskeysOf } from './store.ts';

/** WebAuthn options for a step-up in this session. */
export const startPasskeyStepUp = verb(
  'operator.step_up',
  z.object({ headers: z.instanceof(Headers) }),
  async ({ operatorId, address, byProvider }, { headers }) => {
    if (byProvider) return refuse('step_up.at_provider');
    const party = relyingParty();
    if (!party) return refuse('passkey.unavailable');
    const full = await secondStepLimit('begin', address ?? operatorId);
    if (full) return full;
    const sessionId = await operatorSessionIdIn(headers);
    if (!sessionId) return refuse('session.required');
    const known = await listPasskeysOf(operatorId);
    if (known.length === 0) return refuse('passkey.not_found');
    const options = await requestOptions(party, known);
    const at = now();
    const until = new Date(at.getTime() + CHALLENGE_LIFETIME_MS);
    await insertChallenge(steppingUpIn(sessionId), options.challenge, at, until);
    return ok({ options });
  },
);
