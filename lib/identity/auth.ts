import 'server-only';
import { randomUUID } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { database } from '#lib/db/database.ts';
import { account, session, verification } from '#lib/db/identity-tables.ts';
import { twoFactor as twoFactorTable } from '#lib/db/operator-tables.ts';
import { user } from '#lib/db/tables.ts';
import { areCookiesSecure, cookieName } from '#lib/identity/cookie-names.ts';
import { PASSWORD_MIN } from '#lib/identity/model.ts';
import { olderKeys, sessionSecrets } from '#lib/identity/older-keys.ts';
import {
  longestOperatorSessionMs,
  OPERATOR_COOKIE_PREFIX,
  PERSON_COOKIE_PREFIX,
  PERSON_SESSION_SECONDS,
} from '#lib/identity/rolling-cookies.ts';
import { sessionStarter } from '#lib/identity/session-starter.ts';
import { isSwitchedOff } from '#lib/identity/store.ts';
import { waitingSignIn } from '#lib/identity/waiting-sign-in.ts';
import { env } from '#lib/platform/env.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// better-auth is used as a library: its HTTP handler is not mounted, so every entry point is a verb of ours.
// People and operators have separate cookies, so one browser can hold both sessions.

const SECONDS_A_DAY = 86_400;
const USER_AGENT_LENGTH = 300;

/** Set by server.ts from the socket or trusted proxies; clients cannot set it. */
export const ADDRESS_HEADER = 'x-vigil-address';

const roleField = { type: 'string', required: true, input: false } as const;
const providerField = { type: 'string', required: false, input: false } as const;
const dateField = { type: 'date', required: false, input: false } as const;

function common(cookiePrefix: string, sessionSeconds: number) {
  return {
    appName: env.BRAND_NAME,
    baseURL: env.APP_URL,
    secrets: sessionSecrets(cookiePrefix),
    database: drizzleAdapter(database(), {
      provider: 'pg',
      schema: { user, session, account, verification, twoFactor: twoFactorTable },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MIN },
    session: { expiresIn: sessionSeconds, updateAge: Math.min(SECONDS_A_DAY, sessionSeconds / 12) },
    advanced: {
      // Its own prefix would be `__Secure-`, which another host of the domain can set.
      cookiePrefix: cookieName(cookiePrefix),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: areCookiesSecure() },
      database: { generateId: () => randomUUID() },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

function createPersonAuth() {
  return betterAuth({
    ...common(PERSON_COOKIE_PREFIX, PERSON_SESSION_SECONDS),
    user: { additionalFields: { role: roleField } },
    plugins: [olderKeys(PERSON_COOKIE_PREFIX), sessionStarter()],
  });
}

function createOperatorAuth() {
  const operators = common(OPERATOR_COOKIE_PREFIX, longestOperatorSessionMs() / 1_000);
  return betterAuth({
    ...operators,
    session: { ...operators.session, additionalFields: { steppedUpAt: dateField, provider: providerField } },
    user: { additionalFields: { role: roleField, disabledAt: dateField } },
    plugins: [
      olderKeys(OPERATOR_COOKIE_PREFIX),
      sessionStarter(),
      waitingSignIn(),
      twoFactor({ issuer: env.BRAND_NAME }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) => {
            if (await isSwitchedOff(userId)) return false;
            const ipAddress = context?.headers?.get(ADDRESS_HEADER) ?? null;
            const userAgent = context?.headers?.get('user-agent')?.slice(0, USER_AGENT_LENGTH) ?? null;
            return { data: { ipAddress, userAgent } };
          },
        },
      },
    },
  });
}

export function personAuth() {
  return processSingleton('person-auth', createPersonAuth);
}

export function operatorAuth() {
  return processSingleton('operator-auth', createOperatorAuth);
}
