import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { shownNameField } from '#lib/operators/schema.ts';

// WebAuthn responses; only fields that are verified or stored.

const MAX_FIELD = 8_000;
const MAX_ANSWER = 24_000;

const base64url = z
  .string()
  .min(1)
  .max(MAX_FIELD)
  .regex(/^[\w-]+$/);

/** At most 1,023 bytes by the standard. */
export const passkeyIdField = base64url.max(1_400);

const credential = {
  id: passkeyIdField,
  rawId: passkeyIdField,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

/** Hints for the browser. */
const transports = z
  .array(z.string().regex(/^[a-z-]{1,20}$/))
  .max(8)
  .default([]);

const registration = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports }),
});

const assertion = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

export type Registration = z.output<typeof registration>;
export type Assertion = z.output<typeof assertion>;

/** A form field with JSON. */
function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(MAX_ANSWER)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('This is no answer of a passkey');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const registrationField = jsonOf(registration);
export const assertionField = jsonOf(assertion);

/** Signed by the device; the signature covers the raw bytes. */
export const clientData = z.object({
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().default(false),
});

export const labelField = shownNameField('Give it a name', { most: 60, tooLong: 'At most 60 characters' });

export type PasskeyRow = {
  passkeyId: string;
  label: string;
  createdAt: string;
  /** Null before the first sign-in with it. */
  lastUsedAt: string | null;
};

export type OwnFactors = {
  asOf: string;
  hasApp: boolean;
  passkeys: PasskeyRow[];
  recoveryCodesLeft: number;
  /** False where WebAuthn is impossible, such as at a bare IP address. */
  canMakePasskeys: boolean;
};

export type AddPasskeyForm = {
  problem: Refusal | null;
  /** Recovery codes come with the first factor only. */
  added: { label: string; recoveryCodes: string[] } | null;
};

/** How an operator may prove again who they are. */
export type StepUpWays = {
  /** The name of the identity provider, which is then the only way; null without. */
  atProvider: string | null;
  hasApp: boolean;
  hasPasskey: boolean;
  /** They have no factor. */
  byPassword: boolean;
  /** They have done so in the last minutes, or have just signed in. */
  isProven: boolean;
};
