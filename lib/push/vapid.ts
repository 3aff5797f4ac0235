import 'server-only';
import { createECDH } from 'node:crypto';
import { env } from '#lib/platform/env.ts';
import { derivedSecret } from '#lib/platform/secret-box.ts';

/** Of the curve P-256: a private key is below it. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The pair of keys by which push services know this deployment, made of the newest key of SECRET_KEY (decision 0039). */
export function vapidKeys(): { publicKey: string; privateKey: string } {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar());
  return {
    publicKey: curve.getPublicKey().toString('base64url'),
    privateKey: curve.getPrivateKey().toString('base64url'),
  };
}

function scalar(): Buffer {
  for (let round = 0; ; round += 1) {
    const bytes = derivedSecret(`vapid-${round}`);
    const number = BigInt(`0x${bytes.toString('hex')}`);
    if (number > 0n && number < ORDER) return bytes;
  }
}

/** Whom a push service may ask about what we send. Apple takes no address that is not public. */
export function vapidSubject(): string {
  return env.APP_URL.startsWith('https:') ? env.APP_URL : 'mailto:nobody@example.invalid';
}
