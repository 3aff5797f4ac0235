import 'server-only';
import type { z } from 'zod';
import { environmentSchema, environmentShape, problemLines, withoutEmpty } from '#lib/platform/env-schema.ts';
import { oidcOf } from '#lib/platform/oidc-settings.ts';

// The supervisor has filled in the defaults, so these are required.
const runningSchema = environmentSchema
  .safeExtend({
    AURA_BASE_URL: environmentShape.AURA_BASE_URL.unwrap(),
    AURA_CLIENT_ID: environmentShape.AURA_CLIENT_ID.unwrap(),
    AURA_CLIENT_SECRET: environmentShape.AURA_CLIENT_SECRET.unwrap(),
    DATABASE_URL: environmentShape.DATABASE_URL.unwrap(),
    SECRET_KEY: environmentShape.SECRET_KEY.unwrap(),
    SMS_WEBHOOK_URL: environmentShape.SMS_WEBHOOK_URL.unwrap(),
  })
  .transform((env) => {
    const sandboxHost = env.SANDBOX_URL ? [new URL(env.SANDBOX_URL).host] : [];
    return {
      ...env,
      DATABASE_DIRECT_URL: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
      APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}`,
      TRACKING_HOSTS: env.TRACKING_HOSTS ?? ['*.aura.services', ...sandboxHost],
      ADMIN_SECOND_FACTOR: env.ADMIN_SECOND_FACTOR ?? (env.SANDBOX_URL ? 'optional' : 'required'),
      /** A real AURA: nothing is generated, second factors are required. */
      isLive: env.SANDBOX_URL === undefined,
      /** The operators' identity provider; null without one. */
      oidc: oidcOf(env),
    };
  });

type Env = z.output<typeof runningSchema>;
type Source = Readonly<Record<string, string | undefined>>;

let source: Source = process.env;
let parsed: Env | undefined;

/** The only reader of `process.env` in the app. Parsed on first use; throws naming each bad variable. */
export const env: Env = new Proxy({} as Env, {
  // safe: the target stays empty, every property comes from the parsed settings
  get: (_target, name) => {
    parsed ??= parse();
    return Reflect.get(parsed, name);
  },
});

/** Replaces the source and parses again on next use: for scripts and tests. */
export function readEnvFrom(other: Source = process.env): void {
  source = other;
  parsed = undefined;
}

function parse(): Env {
  const result = runningSchema.safeParse(withoutEmpty(source));
  if (result.success) return result.data;
  throw new Error(`Bad environment:\n${problemLines(result.error).join('\n')}`);
}
