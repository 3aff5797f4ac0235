// Errors of sign-in with the identity provider; see errors.ts.

export const providerErrors = {
  'provider.none': {
    status: 404,
    retryable: false,
    title: 'This way to sign in is not offered',
    detail: 'Nothing was changed. Go back to the sign-in page and use what it offers.',
  },
  'provider.unreachable': {
    status: 503,
    retryable: true,
    title: 'Your organisation’s sign-in does not answer',
    detail: 'You are not signed in. Try again in a minute. If it stays so, tell those who run it.',
  },
  'provider.failed': {
    status: 502,
    retryable: true,
    title: 'The answer of your organisation’s sign-in could not be trusted',
    detail:
      'You are not signed in. Try once more. If it happens again, tell those who run Vigil: the reason is in its log.',
  },
  'provider.refused': {
    status: 403,
    retryable: true,
    title: 'Your organisation did not sign you in',
    detail:
      'It was stopped there, by you or by a rule of your organisation. Try again, or ask those who run your accounts.',
  },
  'provider.expired': {
    status: 400,
    retryable: true,
    title: 'Please start the sign-in again',
    detail:
      'It took more than ten minutes, was finished already, or was begun in another tab or browser. Nothing was changed.',
  },
  'provider.no_role': {
    status: 403,
    retryable: false,
    title: 'You have no role in Vigil',
    detail:
      'Your organisation knows you, but has given you no role here. Ask those who run your accounts for one, then sign in again.',
  },
  'provider.email_unverified': {
    status: 403,
    retryable: false,
    title: 'Your e-mail address is not confirmed',
    detail:
      'The first sign-in needs an e-mail address that your organisation has confirmed. Ask those who run your accounts to confirm it, then sign in again.',
  },
  'provider.email_taken': {
    status: 409,
    retryable: false,
    title: 'Another account has your e-mail address',
    detail:
      'You are not signed in, and nothing was changed. Ask an admin of Vigil to look at the account with your e-mail address.',
  },
  'provider.switched_off': {
    status: 403,
    retryable: false,
    title: 'Your account is switched off',
    detail: 'An admin of Vigil has switched it off, and only an admin can switch it on again. Ask one.',
  },
  'provider.other_account': {
    status: 403,
    retryable: true,
    title: 'That was another account',
    detail: 'Confirm with the account that you are signed in with here. Nothing was changed.',
  },
  'provider.not_fresh': {
    status: 403,
    retryable: true,
    title: 'Your organisation did not ask who you are',
    detail:
      'It signed you in from memory, or does not say when it last asked you. Sign out of Vigil and of your organisation, sign in again, and then try once more.',
  },
  'step_up.at_provider': {
    status: 400,
    retryable: false,
    title: 'Confirm at your organisation’s sign-in',
    detail: 'You signed in there, so it also confirms that it is you. Nothing was changed.',
    link: { href: '/admin/step-up', text: 'Confirm that it is you' },
  },
  'operator.local_off': {
    status: 409,
    retryable: false,
    title: 'Sign-in with a password is switched off',
    detail:
      'Nothing was changed. Operators get their role at your organisation’s sign-in, and their account here by signing in with it.',
  },
} as const;
