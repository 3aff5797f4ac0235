import { createHmac } from 'node:crypto';

// Signatures by the Standard Webhooks specification (https://www.standardwebhooks.com): HMAC-SHA256 of id, time and body.

const MARK = 'whsec_';

/** A secret as the other system keeps it, from its bytes. */
export function secretOf(bytes: Buffer): string {
  return MARK + bytes.toString('base64');
}

type Signed = { id: string; at: Date; body: string };

/** The headers of one attempt. Each secret gives a signature, so that a receiver may know the old one or the new one. */
export function signedHeaders({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(MARK.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}
