import 'server-only';
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import {
  OPERATOR_COOKIE_PREFIX,
  OPERATOR_SESSION_SECONDS,
  PERSON_COOKIE_PREFIX,
  PERSON_SESSION_SECONDS,
} from '#lib/identity/rolling-cookies.ts';
import { sessionStarter } from '#lib/identity/session-starter.ts';
import { database } from '#lib/platform/db/database.ts';
import { account, session, user, verification } from '#lib/platform/db/tables.ts';
import { env } from '#lib/platform/env.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

// better-auth is used as a library only: its HTTP handler is not mounted, so every way in is a verb of ours.
// People and operators have a cookie each, so that one browser can be both without signing the other out.

const SECONDS_A_DAY = 86_400;

function createAuth(cookiePrefix: string, sessionSeconds: number) {
  return betterAuth({
    appName: 'Vigil',
    baseURL: env.APP_URL,
    secret: keyedHash('session-secret', cookiePrefix),
    database: drizzleAdapter(database(), {
      provider: 'pg',
      schema: { user, session, account, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: sessionSeconds, updateAge: Math.min(SECONDS_A_DAY, sessionSeconds / 12) },
    advanced: {
      cookiePrefix,
      useSecureCookies: env.APP_URL.startsWith('https:'),
      database: { generateId: () => randomUUID() },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [sessionStarter()],
  });
}

export function personAuth() {
  return onceGlobally('person-auth', () => createAuth(PERSON_COOKIE_PREFIX, PERSON_SESSION_SECONDS));
}

export function operatorAuth() {
  return onceGlobally('operator-auth', () => createAuth(OPERATOR_COOKIE_PREFIX, OPERATOR_SESSION_SECONDS));
}
