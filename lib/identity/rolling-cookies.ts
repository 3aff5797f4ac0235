// Reading a session extends it in the database, but only a response can extend its cookie: these are
// better-auth's cookie names, plain and over https.

export const PERSON_COOKIE_PREFIX = 'vigil';
export const PERSON_SESSION_SECONDS = 365 * 86_400;

export const OPERATOR_COOKIE_PREFIX = 'vigil-operator';
export const OPERATOR_SESSION_SECONDS = 12 * 3_600;

const namesOf = (prefix: string) => [`${prefix}.session_token`, `__Secure-${prefix}.session_token`];

export const rollingCookies = [
  ...namesOf(PERSON_COOKIE_PREFIX).map((name) => ({ name, maxAge: PERSON_SESSION_SECONDS })),
  ...namesOf(OPERATOR_COOKIE_PREFIX).map((name) => ({ name, maxAge: OPERATOR_SESSION_SECONDS })),
];
