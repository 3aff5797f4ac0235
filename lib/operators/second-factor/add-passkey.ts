import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { takeChallenge } from '#lib/identity/challenges.ts';
import { newAppSecret, newRecoveryCodes } from '#lib/identity/recovery-codes.ts';
import { beginOnlySession, operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { checkRegistration, readAnswered, relyingParty } from './ceremony.ts';
import { addingIn } from './challenge-purpose.ts';
import { labelField, registrationField } from './schema.ts';
import { insertPasskey } from './store.ts';

/** Stores a passkey. The first factor also returns recovery codes and ends all other sessions. */
export const addPasskey = verb(
  'second_factor.manage',
  z.object({ headers: z.instanceof(Headers), label: labelField, response: registrationField }),
  async (actor, { headers, label, response }) => {
    const party = relyingParty();
    if (!party) return refuse('passkey.unavailable');
    const answered = readAnswered(party, response.response.clientDataJSON);
    if (!answered.ok) return answered;
    const { challenge } = answered.value;
    const sessionId = await operatorSessionIdIn(headers);
    if (!sessionId) return refuse('session.required');
    const at = now();
    if (!(await takeChallenge(addingIn(sessionId), challenge, at))) return refuse('passkey.challenge_gone');
    const checked = await checkRegistration(party, response, challenge);
    if (!checked.ok) return checked;
    const [secret, recovery] = await Promise.all([newAppSecret(), newRecoveryCodes()]);
    const { transports } = response.response;
    const kept = { ...checked.value, transports, label, createdAt: at };
    const outcome = await insertPasskey(actor, kept, { secret, backupCodes: recovery.sealed });
    if (outcome === 'added') return ok({ recoveryCodes: [], cookies: [] });
    if (outcome !== 'first') return refuse(outcome);
    return ok({
      recoveryCodes: recovery.codes,
      cookies: await beginOnlySession(actor.operatorId, headers),
    });
  },
);
