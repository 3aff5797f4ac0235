import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';

// What an authenticator answers, by way of the browser. Only what is checked or kept is let through.

const MAX_FIELD = 8_000;
const MAX_ANSWER = 24_000;

const base64url = z
  .string()
  .min(1)
  .max(MAX_FIELD)
  .regex(/^[\w-]+$/);

/** At most 1,023 bytes, says the standard. */
export const passkeyIdField = base64url.max(1_400);

const credential = {
  id: passkeyIdField,
  rawId: passkeyIdField,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

/** Ways to reach the device that a browser may be told of again. */
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

/** The text of a form field that holds what the browser gave. */
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

/** What the device says that it signed; the bytes themselves are checked with the signature. */
export const clientData = z.object({
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().default(false),
});

export const labelField = z
  .string('Give it a name')
  .trim()
  .min(1, 'Give it a name')
  .max(60, 'At most 60 characters');

/** One's own passkey, as it is shown. */
export type PasskeyRow = {
  passkeyId: string;
  label: string;
  createdAt: string;
  /** Null until it has signed its owner in. */
  lastUsedAt: string | null;
};

/** What one signs in with beside the password. */
export type OwnFactors = {
  asOf: string;
  hasApp: boolean;
  passkeys: PasskeyRow[];
  recoveryCodesLeft: number;
  /** False where browsers make none, such as at a bare IP address. */
  canMakePasskeys: boolean;
};

/** What a form shows that makes a passkey. */
export type AddPasskeyForm = {
  problem: Refusal | null;
  /** Once it is kept; the codes are there with the first factor alone. */
  added: { label: string; recoveryCodes: string[] } | null;
};
