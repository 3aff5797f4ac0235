import { env } from '#lib/platform/env.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

const HOUR_MS = 3_600_000;

// Reading a session extends it in the database, but only a response can extend its cookie: these are
// better-auth's cookie names, plain and over https.

export const PERSON_COOKIE_PREFIX = 'vigil';
export const PERSON_SESSION_SECONDS = 365 * 86_400;

export const OPERATOR_COOKIE_PREFIX = 'vigil-operator';
/**
 * The session of an operator of this role ends this long after its sign-in, however much it is used. A viewer's may last
 * longer: a wall screen that nobody touches for days, which reads and changes nothing.
 */
export function operatorSessionMs(role: string): number {
  const { OPERATOR_SESSION_HOURS: operators, VIEWER_SESSION_HOURS: viewers = operators } = env;
  return (role === 'viewer' ? viewers : operators) * HOUR_MS;
}

/** What no session outlasts, whoever's. */
export function longestOperatorSessionMs(): number {
  return Math.max(...operatorRoles.map(operatorSessionMs));
}

const namesOf = (prefix: string) => [`${prefix}.session_token`, `__Secure-${prefix}.session_token`];

export function rollingCookies() {
  return [
    ...namesOf(PERSON_COOKIE_PREFIX).map((name) => ({ name, maxAge: PERSON_SESSION_SECONDS })),
    ...namesOf(OPERATOR_COOKIE_PREFIX).map((name) => ({ name, maxAge: longestOperatorSessionMs() / 1_000 })),
  ];
}
