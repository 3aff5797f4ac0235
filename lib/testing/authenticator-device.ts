import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

// A WebAuthn authenticator and client (Level 3, ES256, attestation "none" or self). Any field of its answers
// can be falsified.

const USER_PRESENT = 0x01;
const HAS_CREDENTIAL = 0x40;

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

type CreationOptions = { challenge: string; rp: { id?: string } };
type RequestOptions = { challenge: string; rpId?: string; allowCredentials?: { id: string }[] };

type Lies = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Replaces the counter. */
  count?: number;
  isAbsent?: boolean;
  isCrossOrigin?: boolean;
  /** Another ceremony type. */
  type?: string;
};

export type TestDevice = ReturnType<typeof testDevice>;

/** A device with one passkey; without `counts` its counter stays 0. */
export function testDevice(origin: string, { counts = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let count = 0;
  const nextCount = () => {
    count += counts ? 1 : 0;
    return count;
  };

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.isCrossOrigin === true,
      }),
    );

  const credential = (response: Record<string, unknown>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });

  return {
    id,
    /** Registration response as JSON. */
    create({ challenge, rp }: CreationOptions, lies: Lies & { statement?: Map<string, Cbor> } = {}): string {
      const clientDataJSON = clientData('webauthn.create', challenge, lies);
      const authData = Buffer.concat([
        authenticatorData(lies.rpId ?? rp.id ?? '', flags(lies) | HAS_CREDENTIAL, lies.count ?? count),
        Buffer.alloc(16),
        uint16(credentialId.length),
        credentialId,
        encode(coseKey(publicKey)),
      ]);
      const attestationObject = encode(
        new Map<string, Cbor>([
          ['fmt', lies.statement ? 'packed' : 'none'],
          ['attStmt', lies.statement ?? new Map()],
          ['authData', authData],
        ]),
      );
      return credential({
        clientDataJSON: clientDataJSON.toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      });
    },
    /** Authentication response as JSON. */
    answer({ challenge, rpId = '' }: RequestOptions, lies: Lies & { key?: KeyObject } = {}): string {
      const clientDataJSON = clientData('webauthn.get', challenge, lies);
      const authData = authenticatorData(lies.rpId ?? rpId, flags(lies), lies.count ?? nextCount());
      const signed = Buffer.concat([authData, sha256(clientDataJSON)]);
      return credential({
        clientDataJSON: clientDataJSON.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, lies.key ?? privateKey).toString('base64url'),
        userHandle: null,
      });
    },
  };
}

const flags = ({ isAbsent }: Lies) => (isAbsent ? 0 : USER_PRESENT);

function authenticatorData(rpId: string, flagBits: number, count: number): Buffer {
  const fixed = Buffer.alloc(5);
  fixed.writeUInt8(flagBits);
  fixed.writeUInt32BE(count, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), fixed]);
}

/** An ES256 key as COSE (RFC 9053). */
function coseKey(publicKey: KeyObject): Map<number, Cbor> {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}

/** The subset of CBOR (RFC 8949) that authenticators write. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, each]) => [encode(key), encode(each)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.concat([Buffer.from([(major << 5) | 25]), uint16(size)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
