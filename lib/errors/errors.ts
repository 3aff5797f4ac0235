import { followingErrors } from './following-errors.ts';

// The catalogue of expected refusals. A text says what happened, what is safe and what to do; no other error
// text reaches a browser.

import { attentionErrors } from './attention-errors.ts';
import { customerErrors } from './customer-errors.ts';
import { integrationErrors } from './integration-errors.ts';
import { operatorErrors } from './operator-errors.ts';
import { passkeyErrors } from './passkey-errors.ts';

type ErrorEntry = {
  status: number;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  title: string;
  detail: string;
};

export const errorCatalogue = {
  'input.invalid': {
    status: 400,
    retryable: false,
    title: 'Some of this needs another look',
    detail: 'Nothing was saved. Correct the marked fields and send it again.',
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
    detail: 'Your account may not do this. Nothing was changed.',
  },
  'request.cross_site': {
    status: 403,
    retryable: false,
    title: 'Sent from another site',
    detail: 'The request did not come from this site, so it was refused. Nothing was changed.',
  },
  'request.too_large': {
    status: 413,
    retryable: false,
    title: 'Too large',
    detail: 'The request is larger than is accepted here. Nothing was changed.',
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
    title: 'Something broke on our side',
    detail:
      'It was our fault and has been logged. Try again; if you need help now, call the emergency number.',
  },
  'server.unavailable': {
    status: 503,
    retryable: true,
    title: 'Vigil is not ready',
    detail: 'A part of Vigil is starting or down. Try again in a moment; if you need help now, call.',
  },
  'code.wrong': {
    status: 400,
    retryable: true,
    title: 'That code is not right',
    detail: 'Check the message on your phone and type the six digits again.',
  },
  'code.expired': {
    status: 400,
    retryable: false,
    title: 'That code is no longer valid',
    detail: 'Codes last ten minutes and five tries. Ask for a new one.',
  },
  'code.limit_number': {
    status: 429,
    retryable: false,
    title: 'Too many codes for this number',
    detail: 'At most five codes an hour go to one number. Use the last one you received, or wait.',
  },
  'code.limit_address': {
    status: 429,
    retryable: false,
    title: 'Too many codes from this connection',
    detail: 'At most twenty codes an hour are sent from one connection. Please wait and try again.',
  },
  'code.not_sent': {
    status: 503,
    retryable: true,
    title: 'We could not send the code',
    detail: 'The text-message service did not accept it. Nothing was saved; try again in a moment.',
  },
  'registration.expired': {
    status: 400,
    retryable: false,
    title: 'This registration has run out',
    detail: 'It was left open too long. Nothing was created; please start again.',
  },
  'registration.mobile_known': {
    status: 409,
    retryable: false,
    title: 'AURA already knows this number',
    detail:
      'This mobile number already has an AURA account that was not made here, so we cannot make a second one. Use another number, or ask AURA support to release this one.',
  },
  'registration.aura_unavailable': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail:
      'Your number is confirmed, but AURA could not create your account just now and you are not protected yet. Try again: no new code is needed.',
  },
  'registration.completed': {
    status: 409,
    retryable: false,
    title: 'Your account is ready',
    detail: 'It was created while you waited. Sign in with your mobile number; we text you a new code.',
  },
  'registration.answer_lost': {
    status: 409,
    retryable: false,
    title: 'We do not know what AURA did',
    detail:
      'The line broke while AURA was creating your account, and AURA now says that the number is taken: most likely by that account. You are not protected through Vigil yet. Try again in a minute. If this stays, ask AURA support to release the number, then register again.',
  },
  'registration.aura_rejected': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept these details',
    detail: 'No account was created. Check the name, the number and the subscription, and start again.',
  },
  'registration.in_progress': {
    status: 409,
    retryable: true,
    title: 'Already on its way',
    detail: 'Your account is being created right now. Try again in a few seconds.',
  },
  'subscription.types_unavailable': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'We could not load the subscriptions that AURA offers. Reload this page in a moment.',
  },
  'sign_in.no_account': {
    status: 404,
    retryable: false,
    title: 'No account for this number yet',
    detail: 'The code was right, but nobody has registered with this number. Register to be protected.',
  },
  ...operatorErrors,
  'press.not_found': {
    status: 404,
    retryable: false,
    title: 'No such press',
    detail: 'There is no press of yours with this id. If you need help now, press the button or call.',
  },
  'press.token_revoked': {
    status: 403,
    retryable: false,
    title: 'This button was switched off',
    detail:
      'Its owner switched off the buttons on other devices. No one was notified. Sign in again, or call now.',
  },
  'press.not_recorded': {
    status: 503,
    retryable: true,
    title: 'Your press could not be taken',
    detail: 'No one was notified. Call the emergency number now.',
  },
  'press.settled': {
    status: 409,
    retryable: false,
    title: 'Too late to take it back',
    detail: 'This press is settled already. Open the callout to say that you are safe.',
  },
  'press.rejected': {
    status: 422,
    retryable: false,
    title: 'AURA refused this alarm',
    detail: 'Nobody has been sent. Call the emergency number now.',
  },
  ...followingErrors,
  ...customerErrors,
  ...integrationErrors,
  ...attentionErrors,
  ...passkeyErrors,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

export const errorCodes = Object.keys(errorCatalogue).filter(isErrorCode);

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}

/** An entry, widened for branching on its fields. */
export function errorEntry(code: ErrorCode): ErrorEntry {
  return errorCatalogue[code];
}
