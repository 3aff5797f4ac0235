import { followingErrors } from './following-errors.ts';

// The catalogue of expected refusals. A text says what happened, what is safe and what to do; no other error
// text reaches a browser.

import { attentionErrors } from './attention-errors.ts';
import { customerErrors } from './customer-errors.ts';
import { integrationErrors } from './integration-errors.ts';
import { operatorErrors } from './operator-errors.ts';
import { passkeyErrors } from './passkey-errors.ts';
import { pressErrors } from './press-errors.ts';
import { privacyErrors } from './privacy-errors.ts';
import { providerErrors } from './provider-errors.ts';

type ErrorEntry = {
  status: number;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  title: string;
  detail: string;
  /** Where to do what it asks for. */
  link?: { href: string; text: string };
};

export const errorCatalogue = {
  ...pressErrors,
  'code.wrong': {
    status: 400,
    retryable: true,
    title: 'That code is not right',
    detail: 'Look at the SMS and type the six digits again.',
  },
  'code.expired': {
    status: 400,
    retryable: false,
    title: 'That code is no longer valid',
    detail: 'A code works for ten minutes and five tries. Ask for a new one.',
  },
  'code.too_soon': {
    status: 429,
    retryable: true,
    title: 'Wait before the next code',
    detail: 'We have sent codes to this number. Use the last one, or try again in some minutes.',
  },
  'code.limit_day': {
    status: 429,
    retryable: false,
    title: 'Too many codes for this number today',
    detail: 'You can get ten codes in one day. Use the last one, or try again tomorrow.',
  },
  'code.limit_number': {
    status: 429,
    retryable: false,
    title: 'Too many codes for this number',
    detail: 'You can get five codes in one hour. Use the last one, or wait.',
  },
  'code.limit_address': {
    status: 429,
    retryable: false,
    title: 'Too many codes from this connection',
    detail: 'We send twenty codes in one hour to one internet connection. Wait, then try again.',
  },
  'code.not_sent': {
    status: 503,
    retryable: true,
    title: 'We could not send the code',
    detail: 'The SMS service did not accept it. Nothing was saved. Try again soon.',
  },
  'registration.expired': {
    status: 400,
    retryable: false,
    title: 'This registration has ended',
    detail: 'You waited too long. Nothing was saved. Please start again.',
  },
  'registration.mobile_known': {
    status: 409,
    retryable: false,
    title: 'AURA already knows this number',
    detail:
      'This mobile number has an AURA account already, from another app. We cannot make a second one. Use another number, or ask AURA support to free this one.',
  },
  'registration.aura_unavailable': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail:
      'Your number is right, but AURA could not make your account. You are not protected yet. Try again. You need no new code.',
  },
  'terms.changed': {
    status: 409,
    retryable: true,
    title: 'The terms have changed',
    detail: 'Nothing was saved. Read the terms again, then accept them.',
  },
  'registration.completed': {
    status: 409,
    retryable: false,
    title: 'Your account is ready',
    detail: 'Sign in with your mobile number. We will SMS you a new code.',
  },
  'registration.answer_lost': {
    status: 409,
    retryable: false,
    title: 'We do not know what AURA did',
    detail:
      'We lost contact with AURA while it made your account. You are not protected by Vigil yet. Try again in a minute. If you see this again, ask AURA support to free your number. Then register again.',
  },
  'registration.aura_rejected': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept these details',
    detail: 'No account was made. Check the name, the number and the subscription, and start again.',
  },
  'registration.name_letters': {
    status: 422,
    retryable: false,
    title: 'AURA did not accept these details',
    detail:
      'No account was made. It may be the letters of your name. Write how to say it in letters from A to Z, and try again.',
  },
  'registration.in_progress': {
    status: 409,
    retryable: true,
    title: 'Please wait',
    detail: 'Your account is being made now. Try again in a few seconds.',
  },
  'subscription.types_unavailable': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'We could not load AURA’s subscriptions. Reload this page soon.',
  },
  'sign_in.no_account': {
    status: 404,
    retryable: false,
    title: 'No account for this number yet',
    detail: 'The code was right, but this number is not registered. Register to be protected.',
  },
  'sign_in.surname_needed': {
    status: 403,
    retryable: true,
    title: 'Type your surname, too',
    detail:
      'Nobody has signed in with this number for a long time. We ask for the surname that you registered with.',
  },
  'sign_in.surname_wrong': {
    status: 403,
    retryable: true,
    title: 'That surname is not right',
    detail: 'Type it as you registered it. If you registered one name only, type that name.',
  },
  'sign_in.surname_limit': {
    status: 429,
    retryable: false,
    title: 'Too many wrong surnames',
    detail: 'You can try again tomorrow. Phones and computers that are signed in still work.',
  },
  ...operatorErrors,
  'device.not_found': {
    status: 404,
    retryable: false,
    title: 'We do not know this device',
    detail: 'It is not yours, or it is gone from the list. Nothing was changed.',
  },
  ...followingErrors,
  ...customerErrors,
  ...integrationErrors,
  ...attentionErrors,
  ...passkeyErrors,
  ...privacyErrors,
  ...providerErrors,
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
