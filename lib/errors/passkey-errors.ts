// Errors of passkeys; see errors.ts. The first five arise in the browser and never reach the server.

export const passkeyErrors = {
  'passkey.cancelled': {
    status: 400,
    retryable: true,
    title: 'No passkey was used',
    detail:
      'The request was closed, or this device has none of your passkeys. Try again, or go on in another way.',
  },
  'passkey.timed_out': {
    status: 408,
    retryable: true,
    title: 'That took too long',
    detail: 'The device waits for two minutes. Nothing was changed; try again when your passkey is at hand.',
  },
  'passkey.unavailable': {
    status: 400,
    retryable: false,
    title: 'Passkeys do not work here',
    detail:
      'This browser or device has nothing that can make or use the passkey. Nothing was changed; take another device, or an authenticator app.',
  },
  'passkey.wrong_origin': {
    status: 400,
    retryable: false,
    title: 'A passkey for another address',
    detail:
      'Passkeys work only at the address that Vigil was set up with. Check the address bar, and open Vigil by the link that you were given.',
  },
  'passkey.known': {
    status: 409,
    retryable: false,
    title: 'This device has a passkey already',
    detail: 'It holds one for this account, which works. Nothing was changed.',
  },
  'passkey.challenge_gone': {
    status: 409,
    retryable: true,
    title: 'This request was used or is too old',
    detail: 'Each is good once, for five minutes. Nothing was changed; press the button again.',
  },
  'passkey.unknown': {
    status: 401,
    retryable: false,
    title: 'We do not know this passkey',
    detail:
      'It may have been removed here. Use another of yours, a code, or ask an admin to reset your second step.',
  },
  'passkey.of_somebody_else': {
    status: 401,
    retryable: false,
    title: 'This passkey is not yours',
    detail: 'It belongs to another operator. Use your own, or go back and sign in as whom it belongs to.',
  },
  'passkey.copied': {
    status: 401,
    retryable: false,
    title: 'This passkey was refused',
    detail:
      'It counts fewer uses than we do, so there may be a copy of it. Sign in another way, remove it, and tell an admin.',
  },
  'passkey.refused': {
    status: 400,
    retryable: true,
    title: 'The passkey could not be checked',
    detail: 'What the device answered does not fit its key. Nothing was changed; try again, or take another.',
  },
  'passkey.not_found': {
    status: 404,
    retryable: false,
    title: 'No such passkey',
    detail: 'You have no such passkey, or it was removed already.',
  },
  'passkey.too_many': {
    status: 409,
    retryable: false,
    title: 'You have ten passkeys',
    detail: 'That is as many as are kept for one account. Remove one that you do not use.',
  },
  'second_factor.no_app': {
    status: 400,
    retryable: false,
    title: 'No authenticator app is set up',
    detail: 'This account has none. Use a passkey, or one of your recovery codes.',
  },
  'second_factor.not_on': {
    status: 409,
    retryable: false,
    title: 'The second step is off',
    detail: 'There are no recovery codes without it. Set up a passkey or an authenticator app first.',
  },
  'second_factor.own': {
    status: 409,
    retryable: false,
    title: 'This is your own second step',
    detail:
      'Nothing was changed. Change it on your account page, which asks for your password, or ask another admin.',
  },
} as const;
