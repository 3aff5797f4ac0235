import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#lib/identity/model.ts';
import { emailField, userAgentField } from '#lib/identity/schema.ts';
import { typedNumber, typedWords } from '#lib/platform/typed-text.ts';
import { type OperatorRole, operatorRoles } from '#lib/vocabulary.ts';

export const roleField = z.enum(operatorRoles, 'Choose a role');
export const operatorIdField = z.string().min(1).max(64);

/** 32 random bytes, base64url. */
export const invitationTokenField = z.string().regex(/^[\w-]{43}$/, 'This is no invitation');

/** A new password; `newPasswordProblem` looks at what it is. */
export const chosenPasswordField = z
  .string('Choose a password')
  .min(PASSWORD_MIN, `At least ${PASSWORD_MIN} characters`)
  .max(PASSWORD_MAX, `At most ${PASSWORD_MAX} characters`);

export const inviteInput = z.object({
  email: emailField.transform((text) => text.toLowerCase()),
  role: roleField,
});

/**
 * A name that other operators read. Marks that turn the order of letters round would make one name look like another's, in
 * the audit above all; they are taken out as in persons' names.
 */
export const shownNameField = (ask: string, { most, tooLong }: { most: number; tooLong: string }) =>
  z
    .string(ask)
    .transform(typedWords)
    .pipe(
      z
        .string()
        .min(1, ask)
        .max(most, tooLong)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Remove the invisible characters'),
    );

export const joinInput = z.object({
  token: invitationTokenField,
  name: shownNameField('Type your name', { most: 80, tooLong: 'This is too long' }),
  password: chosenPasswordField,
  userAgent: userAgentField,
});

/** A six-digit app code or a recovery code; the format decides. */
export const secondFactorCodeField = z
  .string('Type the code')
  .max(40, 'This is too long')
  .transform((text) => typedNumber(text).replaceAll(' ', ''))
  .pipe(
    z.string().regex(/^(\d{3}-?\d{3}|\w{5}-\w{5})$/, 'Six digits, or a recovery code such as aB3dE-6gH8i'),
  )
  .transform((text) =>
    /^\d{3}-?\d{3}$/.test(text)
      ? { kind: 'app' as const, code: text.replace('-', '') }
      : { kind: 'recovery' as const, code: text },
  );

export const passwordField = z.string('Type your password').min(1, 'Type your password').max(PASSWORD_MAX);

export type OperatorRow = {
  operatorId: string;
  name: string;
  email: string;
  role: OperatorRole;
  hasSecondFactor: boolean;
  hasApp: boolean;
  passkeys: number;
  /** They sign in with the identity provider, which has the second step. */
  isAtProvider: boolean;
  /** ISO time; null while active. */
  switchedOffAt: string | null;
  joinedAt: string;
  /** Last renewal of a present session; null without one. */
  lastSeenAt: string | null;
};

export type InvitationRow = {
  invitationId: string;
  email: string;
  role: OperatorRole;
  invitedAt: string;
  expiresAt: string;
};

export type OperatorList = { asOf: string; operators: OperatorRow[]; invitations: InvitationRow[] };

export type SessionRow = {
  sessionId: string;
  /** See `deviceName`. */
  device: string;
  address: string | null;
  startedAt: string;
  isThisOne: boolean;
};

export type InviteForm = {
  email: string;
  role: OperatorRole;
  problem: Refusal | null;
  /** Shown once; only its hash is stored. */
  link: string | null;
};

export type JoinForm = { name: string; problem: Refusal | null };

export type SecondFactorForm = {
  problem: Refusal | null;
  /** Set-up data of the app, shown once; null before the password was entered. */
  setUp: { uri: string; secret: string; picture: QrPicture; recoveryCodes: string[] } | null;
  isOn: boolean;
};

export type RecoveryCodesForm = {
  problem: Refusal | null;
  /** Shown once. */
  codes: string[] | null;
};

/** A QR code as one SVG path in a square of `size` units. */
export type QrPicture = { size: number; path: string };
