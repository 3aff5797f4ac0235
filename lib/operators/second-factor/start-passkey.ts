import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { insertChallenge } from '#lib/identity/challenges.ts';
import { passwordProblem } from '#lib/identity/own-factors.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { creationOptions, relyingParty } from './ceremony.ts';
import { addingIn } from './challenge-purpose.ts';
import { CHALLENGE_LIFETIME_MS, MAX_PASSKEYS } from './model.ts';
import { labelField } from './schema.ts';
import { findAccountName, listPasskeysOf } from './store.ts';

/** WebAuthn options for a new passkey. Requires the password, as a session may have been left open. */
export const startPasskey = verb(
  'second_factor.manage',
  // The name is validated before the device prompts.
  z.object({ headers: z.instanceof(Headers), password: passwordField, label: labelField }),
  async ({ operatorId }, { headers, password }) => {
    const party = relyingParty();
    if (!party) return refuse('passkey.unavailable');
    const refused = await passwordProblem(operatorId, password);
    if (refused) return refused;
    const [known, account, sessionId] = await Promise.all([
      listPasskeysOf(operatorId),
      findAccountName(operatorId),
      operatorSessionIdIn(headers),
    ]);
    if (!account || !sessionId) return refuse('session.required');
    if (known.length >= MAX_PASSKEYS) return refuse('passkey.too_many');
    const options = await creationOptions(party, { operatorId, ...account }, known);
    const at = now();
    const until = new Date(at.getTime() + CHALLENGE_LIFETIME_MS);
    await insertChallenge(addingIn(sessionId), options.challenge, at, until);
    return ok({ options });
  },
);
