// Errors about a person's own data; see errors.ts.

export const privacyErrors = {
  'data.alarm_open': {
    status: 409,
    retryable: true,
    title: 'Your alarm has not ended',
    detail:
      'Nothing was deleted, and nothing was downloaded. Help may be on its way. Try again when it has ended.',
  },
  'mobile.alarm_open': {
    status: 409,
    retryable: true,
    title: 'Your alarm has not ended',
    detail:
      'Your mobile number was not changed. Helpers may call the old one. Try again when the alarm has ended.',
  },
  'mobile.taken': {
    status: 409,
    retryable: false,
    title: 'Somebody is registered with this number',
    detail: 'Your mobile number was not changed. Use another number.',
  },
  'mobile.taken_at_aura': {
    status: 409,
    retryable: false,
    title: 'AURA already knows this number',
    detail: 'Your mobile number was not changed. Ask the people who gave you Vigil.',
  },
  'mobile.refused_at_aura': {
    status: 422,
    retryable: false,
    title: 'AURA did not change your number',
    detail: 'Your old number stays. Ask the people who gave you Vigil to change it.',
  },
  'mobile.not_changed': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'Your old number stays. Ask for a new code and try again.',
  },
  'mobile.change_unsure': {
    status: 503,
    retryable: true,
    title: 'We do not know what AURA did',
    detail: 'Here your old number stays. AURA may have the new one. Ask for a new code and try again.',
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
