import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { CODE_DIGITS } from '#lib/identity/model.ts';
import { typedCode } from '#lib/platform/typed-text.ts';

/** Digits in any script; blanks, dashes and invisible marks are dropped. */
export const codeField = z
  .string('Type the code from the message')
  .max(40, `The code has ${CODE_DIGITS} digits`)
  .transform(typedCode)
  .pipe(z.string().regex(/^\d{6}$/, `The code has ${CODE_DIGITS} digits`));

export const emailField = z
  .string('Type an e-mail address')
  .trim()
  .max(254, 'This is too long')
  .pipe(z.email('Type an e-mail address'));

/** Unverified; only shown beside a session. */
export const userAgentField = z.string().default('');

/** What a browser says of itself beside its session; the token is signed. */
export const browserFields = {
  userAgent: userAgentField,
  pressToken: z.string().default(''),
};

export const operatorSignInInput = z.object({
  email: emailField,
  userAgent: userAgentField,
  password: z.string('Type your password').min(1, 'Type your password').max(200, 'This is too long'),
});

export type DeviceShown = {
  deviceId: string;
  /** See `deviceName`. */
  name: string;
  signedInAt: string;
  /** To the day. */
  lastUsedAt: string;
  isThisOne: boolean;
};

export type OperatorSignInForm = { email: string; problem: Refusal | null };
