import 'server-only';
import { createHmac } from 'node:crypto';
import { createAuthMiddleware } from 'better-auth/api';
import {
  areCookiesSecure,
  cookieName,
  olderCookieName,
  plainCookieName,
} from '#lib/identity/cookie-names.ts';
import { keyedHashes } from '#lib/platform/secret-box.ts';

// better-auth opens what an older secret sealed, but takes only cookies that the newest has signed. So cookies that an
// older one signed are signed anew: before better-auth reads them, and in the browser with its next page (proxy.ts). So
// are cookies under the names of earlier builds.

const SIGNED = /^(vigil|vigil-operator)\.(?:session_token|two_factor)$/;

/** better-auth's secrets for a cookie prefix, one for each key, newest first. */
export function sessionSecrets(cookiePrefix: string): { version: number; value: string }[] {
  const values = keyedHashes('session-secret', cookiePrefix);
  return values.map((value) => ({ version: versionOf(value), value }));
}

// Not its place in the list, which changes with each new key.
function versionOf(secret: string): number {
  return createHmac('sha256', secret).update('version').digest().readUInt32BE(0);
}

/** A better-auth plugin that reads {@link signedAnew} cookies. */
export function olderKeys(cookiePrefix: string) {
  return {
    id: 'older-keys',
    hooks: {
      before: [
        {
          matcher: () => areCookiesSecure() || sessionSecrets(cookiePrefix).length > 1,
          handler: createAuthMiddleware(async ({ headers }) => {
            const sent = headers?.get('cookie');
            if (!sent) return undefined;
            const cookie = withCookiesSignedAnew(sent);
            if (cookie === sent) return undefined;
            const present = new Headers(headers);
            present.set('cookie', cookie);
            return { context: { headers: present } };
          }),
        },
      ],
    },
  };
}

function withCookiesSignedAnew(cookies: string): string {
  const parts = cookies.split(';').map((part) => part.trim());
  const names = new Set(parts.map(nameOf));
  return parts.map((part) => withSignatureAnew(withPresentName(part, names))).join('; ');
}

const nameOf = (cookie: string) => splitAt(cookie, cookie.indexOf('='))[0];

/** A signed cookie of an earlier build under its present name, unless the browser sent that, too. */
function withPresentName(cookie: string, sent: ReadonlySet<string>): string {
  const name = nameOf(cookie);
  const plain = plainCookieName(name);
  const present = cookieName(plain);
  const isOlder = SIGNED.test(plain) && name === olderCookieName(plain) && !sent.has(present);
  return isOlder ? present + cookie.slice(name.length) : cookie;
}

function withSignatureAnew(cookie: string): string {
  const [name = '', value = ''] = splitAt(cookie, cookie.indexOf('='));
  const decoded = decode(value);
  return decoded === null ? cookie : `${name}=${encodeURIComponent(signedAnew(name, decoded))}`;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not one of ours: ours are encoded.
    return null;
  }
}

/** The value of a cookie as the newest key signs it; unchanged when no listed key signed it, or the newest did. */
export function signedAnew(name: string, value: string): string {
  const prefix = SIGNED.exec(plainCookieName(name))?.[1];
  if (!prefix) return value;
  const [text = '', signature = ''] = splitAt(value, value.lastIndexOf('.'));
  const [newest = '', ...older] = sessionSecrets(prefix).map((secret) => signatureOf(text, secret.value));
  return older.includes(signature) ? `${text}.${newest}` : value;
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64');
}

function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
