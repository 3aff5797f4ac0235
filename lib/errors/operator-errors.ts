// Errors of operator accounts; see errors.ts.

export const operatorErrors = {
  'operator.sign_in_failed': {
    status: 401,
    retryable: false,
    title: 'Sign-in failed',
    detail: 'The e-mail address or the password is not right.',
  },
  'operator.too_many_attempts': {
    status: 429,
    retryable: false,
    title: 'Too many attempts',
    detail: 'Wait fifteen minutes before you try again.',
  },
  'operator.password_wrong': {
    status: 400,
    retryable: true,
    title: 'That is not your password',
    detail: 'Nothing was changed. Type the password that you sign in with.',
  },
  'step_up.required': {
    status: 403,
    retryable: true,
    title: 'Please confirm that it is you',
    detail: 'This asks you to prove again who you are. Nothing was changed and nothing was opened yet.',
    // With scripts a dialog asks. This page comes back to the one that it was opened from.
    link: { href: '/admin/step-up', text: 'Confirm that it is you' },
  },
  'step_up.factor_required': {
    status: 400,
    retryable: false,
    title: 'Use your second step',
    detail: 'Your account has a second step. A password alone does not confirm that it is you.',
  },
  'operator.own_password': {
    status: 409,
    retryable: false,
    title: 'Change your own password',
    detail: 'A link is for somebody else. Your own password is changed on the page “Your account”.',
  },
  'password_reset.gone': {
    status: 404,
    retryable: false,
    title: 'This link is no longer valid',
    detail:
      'It was used, replaced, or is more than one hour old, or its maker is no longer an admin. Ask for a new link.',
  },
  'operator.not_found': {
    status: 404,
    retryable: false,
    title: 'No such operator',
    detail: 'There is no operator here. Nothing was changed.',
  },
  'operator.email_known': {
    status: 409,
    retryable: false,
    title: 'This operator is here already',
    detail: 'An operator signs in with this e-mail address. Change their role instead.',
  },
  'operator.last_admin': {
    status: 409,
    retryable: false,
    title: 'The last admin stays',
    detail: 'Nobody else could manage operators. Nothing was changed; make another operator an admin first.',
  },
  'invitation.gone': {
    status: 404,
    retryable: false,
    title: 'This invitation is no longer valid',
    detail:
      'It was used, withdrawn, is more than 72 hours old, or its maker is no longer an admin. Ask for a new link.',
  },
  'second_factor.wrong': {
    status: 400,
    retryable: true,
    title: 'That code is not right',
    detail:
      'Type the six digits that your authenticator app shows now. Each code works once, so wait for the next one if this was used.',
  },
  'second_factor.unreadable': {
    status: 409,
    retryable: false,
    title: 'This second step cannot be opened',
    detail:
      'The key of this server was changed, and your app and recovery codes were stored under the old one. Use a passkey, or ask another admin to reset your second factor.',
  },
  'second_factor.expired': {
    status: 401,
    retryable: false,
    title: 'Please sign in again',
    detail: 'More than ten minutes passed, or the code was wrong five times.',
  },
  'second_factor.already_on': {
    status: 409,
    retryable: false,
    title: 'The second step is on already',
    detail: 'Nothing was changed. Turn it off first to move it to another app.',
  },
} as const;
