// The session in the database rolls when it is read; its cookie can only be renewed by an answer. These are
// the cookies that an answer renews, under the names that better-auth gives them, plain and over https.

export const PERSON_COOKIE_PREFIX = 'vigil';
export const PERSON_SESSION_SECONDS = 365 * 86_400;

export const OPERATOR_COOKIE_PREFIX = 'vigil-operator';
export const OPERATOR_SESSION_SECONDS = 12 * 3_600;

const namesOf = (prefix: string) => [`${prefix}.session_token`, `__Secure-${prefix}.session_token`];

export const rollingCookies = [
  ...namesOf(PERSON_COOKIE_PREFIX).map((name) => ({ name, maxAge: PERSON_SESSION_SECONDS })),
  ...namesOf(OPERATOR_COOKIE_PREFIX).map((name) => ({ name, maxAge: OPERATOR_SESSION_SECONDS })),
];
