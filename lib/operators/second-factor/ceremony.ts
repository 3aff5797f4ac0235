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

// WebAuthn options and verification. The password came first, so a passkey proves possession: user presence
// suffices, and no attestation is requested.

export type KnownPasskey = { id: string; transports: string[] };

type Answered = { challenge: string };

/** Null when WebAuthn is impossible at this deployment's URL. */
export function relyingParty(): RelyingParty | null {
  return relyingPartyAt(env.APP_URL);
}

export async function creationOptions(
  party: RelyingParty,
  owner: { operatorId: string; email: string; name: string },
  known: readonly KnownPasskey[],
) {
  return generateRegistrationOptions({
    rpName: env.BRAND_NAME,
    rpID: party.id,
    userID: new TextEncoder().encode(owner.operatorId),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: CEREMONY_TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: [...known],
    // Synced password managers only store discoverable credentials.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'discouraged' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** EdDSA, ES256, RS256: covers every authenticator. */
const ALGORITHMS = [-8, -7, -257];

export async function requestOptions(party: RelyingParty, known: readonly KnownPasskey[]) {
  return generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: [...known],
    timeout: CEREMONY_TIMEOUT_MS,
    userVerification: 'discouraged',
  });
}

/** The challenge in the client data, if the origin is ours. The signature is not verified yet. */
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

/** Certificates were not requested: a forgery, and parsing them is risky. Self attestation is allowed. */
function isUnattested(attestationObject: string): boolean {
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = decoded.get('fmt');
    return format === 'none' || (format === 'packed' && !decoded.get('attStmt').get('x5c'));
  } catch {
    return false;
  }
}

/** Verifies the signature; returns the authenticator's counter. */
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
        // The counter is compared in the statement that stores it.
        counter: 0,
      },
    }),
  );
  return checked?.verified
    ? ok({ counter: checked.authenticationInfo.newCounter })
    : refuse('passkey.refused');
}

/** The library throws on invalid answers: one refusal for the client, details in the log. */
async function orNull<Value>(check: () => Promise<Value>): Promise<Value | null> {
  try {
    return await check();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'passkey response refused');
    return null;
  }
}
