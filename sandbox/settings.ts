import { z } from 'zod';

const text = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const schema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(4010),
  AURA_CLIENT_ID: z.string().min(1).default('sandbox-client'),
  AURA_CLIENT_SECRET: z.string().min(1).default('sandbox-secret'),
  SANDBOX_DATA_FILE: text,
  SMS_WEBHOOK_TOKEN: text,
});

export type Settings = {
  port: number;
  /** Accepted by `oauth/token`. */
  clientId: string;
  clientSecret: string;
  /** Persists the state; without it, memory only. */
  dataFile: string | undefined;
  /** Bearer required by `POST /sms`; without it, anyone on this machine may post. */
  smsToken: string | undefined;
};

/** Throws with one line per problem, naming the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  return {
    port: parsed.data.SANDBOX_PORT,
    clientId: parsed.data.AURA_CLIENT_ID,
    clientSecret: parsed.data.AURA_CLIENT_SECRET,
    dataFile: parsed.data.SANDBOX_DATA_FILE,
    smsToken: parsed.data.SMS_WEBHOOK_TOKEN,
  };
}
