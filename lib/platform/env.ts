import 'server-only';
import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';
import { environmentSchema, environmentShape } from '#lib/platform/env-schema.ts';

// What the running app stands on: the supervisor has filled the defaults, so these must be there.
const runningSchema = environmentSchema
  .safeExtend({
    AURA_BASE_URL: z.string(),
    AURA_CLIENT_ID: z.string(),
    AURA_CLIENT_SECRET: z.string(),
    DATABASE_URL: z.string(),
    SECRET_KEY: z.string(),
    SMS_WEBHOOK_URL: z.string(),
  })
  .transform((env) => {
    const sandboxHost = env.SANDBOX_URL ? [new URL(env.SANDBOX_URL).host] : [];
    return {
      ...env,
      APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}`,
      TRACKING_HOSTS: env.TRACKING_HOSTS ?? ['*.aura.services', ...sandboxHost],
      ADMIN_SECOND_FACTOR: env.ADMIN_SECOND_FACTOR ?? (env.SANDBOX_URL ? 'optional' : 'required'),
      /** True when a real AURA answers: nothing is generated, second factors are required. */
      isLive: env.SANDBOX_URL === undefined,
    };
  });

/** The only reader of `process.env` in the app. Throws at first import, naming each bad variable. */
export const env = createEnv({
  server: environmentShape,
  experimental__runtimeEnv: {},
  // `next build` loads every route to collect its settings; no value is needed or read there.
  skipValidation: process.env.NEXT_PHASE === 'phase-production-build',
  emptyStringAsUndefined: true,
  createFinalSchema: () => runningSchema,
  onValidationError: (issues) => {
    throw new Error(
      `Bad environment:\n${issues.map((issue) => `  ${String(issue.path?.[0] ?? '')}: ${issue.message}`).join('\n')}`,
    );
  },
});
