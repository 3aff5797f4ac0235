// Errors that a press can be answered with; see errors.ts. The page of the button has these alone.

export const pressErrors = {
  'input.invalid': {
    status: 400,
    retryable: false,
    title: 'Please fix the marked answers',
    detail: 'Nothing was saved. Correct them and send again.',
  },
  'session.required': {
    status: 401,
    retryable: false,
    title: 'Please sign in',
    detail: 'You are signed out. Sign in and try again.',
  },
  'permission.denied': {
    status: 403,
    retryable: false,
    title: 'Not allowed',
    detail: 'Your account cannot do this. Nothing was changed.',
  },
  'request.cross_site': {
    status: 403,
    retryable: false,
    title: 'Sent from another site',
    detail: 'The request came from another site, so it was refused. Nothing was changed.',
  },
  'request.too_large': {
    status: 413,
    retryable: false,
    title: 'Too large',
    detail: 'The request is too large. Nothing was changed.',
  },
  'request.unsupported_type': {
    status: 415,
    retryable: false,
    title: 'Unknown content type',
    detail: 'Send application/json or a form. Nothing was changed.',
  },
  'server.error': {
    status: 500,
    retryable: true,
    title: 'Something went wrong',
    detail: 'This is our fault. Try again. If you need help now, call 112 or your emergency number.',
  },
  'server.unavailable': {
    status: 503,
    retryable: true,
    title: 'Vigil is not ready',
    detail: 'Vigil is starting or has a problem. Try again soon. If you need help now, call.',
  },
  'press.not_found': {
    status: 404,
    retryable: false,
    title: 'We do not know this alarm',
    detail: 'It is not yours, or it does not exist. If you need help now, press the button or call.',
  },
  'press.token_revoked': {
    status: 403,
    retryable: false,
    title: 'This button was switched off',
    detail:
      'You signed out here, or switched this button off on another device. Nobody will come. Sign in again, or call now.',
  },
  'press.not_recorded': {
    status: 503,
    retryable: true,
    title: 'Your alarm was not sent',
    detail: 'Nobody will come. Call 112 or your emergency number now.',
  },
  'press.settled': {
    status: 409,
    retryable: false,
    title: 'Too late to cancel',
    detail: 'Your alarm is sent already. Open it and tap “I am safe”.',
  },
  'press.rejected': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept this alarm',
    detail: 'Nobody will come. Call 112 or your emergency number now.',
  },
} as const;

export type PressErrorCode = keyof typeof pressErrors;

// safe: the keys of the object that the type is made of
export const pressErrorCodes = Object.keys(pressErrors) as PressErrorCode[];

export function isPressErrorCode(code: string): code is PressErrorCode {
  return Object.hasOwn(pressErrors, code);
}
