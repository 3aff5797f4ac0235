/** Rolling: each use extends it again. */
export const PERSON_SESSION_SECONDS = 365 * 86_400;

export const PERSON_COOKIE_PREFIX = 'vigil';

/** The name that better-auth gives the session cookie, plain and over https. */
export const PERSON_COOKIE_NAMES = [
  `${PERSON_COOKIE_PREFIX}.session_token`,
  `__Secure-${PERSON_COOKIE_PREFIX}.session_token`,
] as const;
