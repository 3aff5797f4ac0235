// Errors about a person's own data; see errors.ts.

export const privacyErrors = {
  'data.alarm_open': {
    status: 409,
    retryable: true,
    title: 'Your alarm has not ended',
    detail:
      'Nothing was deleted, and nothing was downloaded. Help may be on its way. Try again when it has ended.',
  },
  'data.link_expired': {
    status: 410,
    retryable: false,
    title: 'This download link does not work any more',
    detail: 'It works for ten minutes. Open your profile and ask for a new code.',
  },
  'erasure.not_found': {
    status: 404,
    retryable: false,
    title: 'No such page',
    detail: 'Vigil knows no deleted account with this address.',
  },
  'customer.erased': {
    status: 409,
    retryable: false,
    title: 'This customer’s data is deleted already',
    detail: 'Nothing was changed.',
  },
} as const;
