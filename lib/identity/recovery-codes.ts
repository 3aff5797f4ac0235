import 'server-only';
import { randomInt } from 'node:crypto';
import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { operatorAuth } from '#lib/identity/auth.ts';
import { describeError, log } from '#lib/platform/log.ts';

// Recovery codes in better-auth's format.

const CODES = 10;
const HALF = 5;
const SECRET_LENGTH = 32;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const keptCodes = z.array(z.string());

type RecoveryCodes = {
  /** Plain text, shown once. */
  codes: string[];
  sealed: string;
};

export async function newRecoveryCodes(): Promise<RecoveryCodes> {
  const codes = Array.from({ length: CODES }, () => `${randomText(HALF)}-${randomText(HALF)}`);
  return { codes, sealed: await sealForAuth(JSON.stringify(codes)) };
}

/** A TOTP secret: base32 for the app, encrypted for storage. */
export async function newAppSecret(): Promise<string> {
  return sealForAuth(randomText(SECRET_LENGTH));
}

/** Number of unused codes; 0 when they cannot be decrypted. */
export async function countSealedCodes(sealed: string): Promise<number> {
  const text = await unsealForAuth(sealed);
  return text === null ? 0 : keptCodes.parse(JSON.parse(text)).length;
}

/** Decrypts better-auth's value; null when it was encrypted with another key. */
export async function unsealForAuth(sealed: string): Promise<string | null> {
  const { secretConfig } = await operatorAuth().$context;
  try {
    return await symmetricDecrypt({ key: secretConfig, data: sealed });
  } catch (error) {
    log.warn(
      { error: describeError(error) },
      'second factor cannot be opened: altered, or sealed with a key that SECRET_KEY does not list',
    );
    return null;
  }
}

/** Encrypted with the newest key: the same when it is already, null when no listed key opens it. */
export async function sealedForAuthAnew(sealed: string): Promise<string | null> {
  const { secretConfig } = await operatorAuth().$context;
  const isNewest =
    typeof secretConfig !== 'string' && parseEnvelope(sealed)?.version === secretConfig.currentVersion;
  if (isNewest) return sealed;
  const text = await unsealForAuth(sealed);
  return text === null ? null : sealForAuth(text);
}

async function sealForAuth(text: string): Promise<string> {
  const { secretConfig } = await operatorAuth().$context;
  return symmetricEncrypt({ key: secretConfig, data: text });
}

function randomText(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
