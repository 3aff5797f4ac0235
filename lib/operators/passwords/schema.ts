import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { chosenPasswordField, passwordField } from '#lib/operators/schema.ts';

export const RESET_HOURS = 1;

/** 32 random bytes, base64url. */
export const resetTokenField = z.string().regex(/^[\w-]{43}$/, 'This is no link for a new password');

export const changePasswordInput = z.object({
  headers: z.instanceof(Headers),
  present: passwordField,
  chosen: chosenPasswordField,
});

export const redeemInput = z.object({ token: resetTokenField, chosen: chosenPasswordField });

export type ChangePasswordForm = { problem: Refusal | null; isChanged: boolean };

export type PasswordLinkForm = {
  problem: Refusal | null;
  /** Shown once; only its hash is stored. */
  link: string | null;
};
