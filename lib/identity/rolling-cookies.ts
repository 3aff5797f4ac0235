import { env } from '#lib/platform/env.ts';

// Reading a session extends it in the database, but only a response can extend its cookie: these are
// better-auth's cookie names, plain and over https.

export const PERSON_COOKIE_PREFIX = 'vigil';
export const PERSON_SESSION_SECONDS = 365 * 86_400;

export const OPERATOR_COOKIE_PREFIX = 'vigil-operator';
/** An operator's session ends this long after its sign-in, however much it is used. */
export function operatorSessionMs(): number {
  return env.OPERATOR_SESSION_HOURS * 3_600_000;
}

const namesOf = (prefix: string) => [`${prefix}.session_token`, `__Secure-${prefix}.session_token`];

export function rollingCookies() {
  return [
    ...namesOf(PERSON_COOKIE_PREFIX).map((name) => ({ name, maxAge: PERSON_SESSION_SECONDS })),
    ...namesOf(OPERATOR_COOKIE_PREFIX).map((name) => ({ name, maxAge: operatorSessionMs() / 1_000 })),
  ];
}
