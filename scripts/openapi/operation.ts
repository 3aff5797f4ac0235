import type { z } from 'zod';

// How a stable route is described.

/** `null`: text. Without a schema: no body that counts. */
export type Answer = { readonly description: string; readonly schema?: z.core.$ZodType | null };

export type Operation = {
  readonly method: 'GET' | 'POST';
  /** As in OpenAPI; the folder of the route has `[name]` for `{name}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Whose token is asked for, one of them where there are several; null: nobody's. */
  readonly token: keyof typeof TOKENS | readonly (keyof typeof TOKENS)[] | null;
  /** What may be asked for, by name. */
  readonly query?: Readonly<Record<string, z.core.$ZodType>>;
  readonly body?: z.core.$ZodType;
  /** By status. Every other answer is a {@link problemSchema}. */
  readonly answers: Readonly<Record<number, Answer>>;
};

export const TOKENS = {
  press: 'A press token of a signed-in person: in the cookie that the sign-in sets, or as a bearer.',
  aura: 'AURA_WEBHOOK_TOKEN, which AURA sends in the registered header.',
  sms: 'SMS_STATUS_TOKEN for reports, SMS_IN_TOKEN for texts.',
  metrics: 'METRICS_TOKEN.',
  key: 'A key that an admin made for a program that reads (docs/integration.md).',
  operator: 'The session of a signed-in operator.',
} as const;
