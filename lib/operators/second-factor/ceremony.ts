import 'server-only';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { CEREMONY_TIMEOUT_MS, type RelyingParty, relyingPartyAt } from './model.ts';
import { type Assertion, clientData, type Registration } from './schema.ts';

// What is asked of authenticators, and whether their answers are true. The password was typed before, so a passkey
// shows possession: the user need be present, not verified again. Nobody's make is asked for (attestation "none").

export type KnownPasskey = { id: string; transports: string[] };

type Answered = { challenge: string };

/** Null when passkeys cannot work at this deployment's address. */
export function relyingParty(): RelyingParty | null {
  return relyingPartyAt(env.APP_URL);
}

export async function creationOptions(
  party: RelyingParty,
  owner: { operatorId: string; email: string; name: string },
  known: readonly KnownPasskey[],
) {
  return generateRegistrationOptions({
    rpName: 'Vigil',
    rpID: party.id,
    userID: new TextEncoder().encode(owner.operatorId),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: CEREMONY_TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: [...known],
    // Managers that carry passkeys from device to device keep such alone as they can list by themselves.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'discouraged' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** EdDSA, ES256 and RS256: together, what every authenticator can. */
const ALGORITHMS = [-8, -7, -257];

export async function requestOptions(party: RelyingParty, known: readonly KnownPasskey[]) {
  return generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: [...known],
    timeout: CEREMONY_TIMEOUT_MS,
    userVerification: 'discouraged',
  });
}

/** The challenge that a device says it answered, if it did so at our address. Not checked yet: its signature. */
export function readAnswered(
  party: RelyingParty,
  clientDataJSON: string,
): Result<Answered, 'passkey.refused' | 'passkey.wrong_origin'> {
  const said = clientData.safeParse(parseJson(Buffer.from(clientDataJSON, 'base64url').toString('utf8')));
  if (!said.success) return refuse('passkey.refused');
  const { challenge, origin, crossOrigin } = said.data;
  return origin === party.origin && !crossOrigin ? ok({ challenge }) : refuse('passkey.wrong_origin');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type NewCredential = { id: string; publicKey: string; counter: number };

export async function checkRegistration(
  party: RelyingParty,
  response: Registration,
  challenge: string,
): Promise<Result<NewCredential, 'passkey.refused'>> {
  if (!isUnattested(response.response.attestationObject)) return refuse('passkey.refused');
  const checked = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!checked?.verified) return refuse('passkey.refused');
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return ok({ id, publicKey: isoBase64URL.fromBuffer(publicKey), counter });
}

/**
 * We asked for no attestation, so one with certificates is a forgery, and would have us parse certificates of a
 * stranger's choice. A device may sign with the new key itself ("packed" without certificates).
 */
function isUnattested(attestationObject: string): boolean {
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = decoded.get('fmt');
    return format === 'none' || (format === 'packed' && !decoded.get('attStmt').get('x5c'));
  } catch {
    return false;
  }
}

/** Whether the passkey's own key signed this; gives the count that the device says. */
export async function checkAssertion(
  party: RelyingParty,
  response: Assertion,
  challenge: string,
  passkey: KnownPasskey & { publicKey: string },
): Promise<Result<{ counter: number }, 'passkey.refused'>> {
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      credential: {
        id: passkey.id,
        publicKey: isoBase64URL.toBuffer(passkey.publicKey),
        // The count is compared where it is kept, in the statement that raises it.
        counter: 0,
      },
    }),
  );
  return checked?.verified
    ? ok({ counter: checked.authenticationInfo.newCounter })
    : refuse('passkey.refused');
}

/** The library throws what is wrong with an answer. To whoever sent it that is one refusal; the log tells which. */
async function orNull<Value>(check: () => Promise<Value>): Promise<Value | null> {
  try {
    return await check();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'passkey answer refused');
    return null;
  }
}
