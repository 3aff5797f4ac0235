import { env } from '#lib/platform/env.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

const HOUR_MS = 3_600_000;

// Reading a session extends it in the database, but only a response can extend its cookie. These are better-auth's names.

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

/** The session cookies, by their names without a prefix. */
export function rollingCookies() {
  return [
    { plain: `${PERSON_COOKIE_PREFIX}.session_token`, maxAge: PERSON_SESSION_SECONDS },
    { plain: `${OPERATOR_COOKIE_PREFIX}.session_token`, maxAge: longestOperatorSessionMs() / 1_000 },
  ];
}
