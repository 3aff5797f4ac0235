// Errors about open callouts; see errors.ts.

export const followingErrors = {
  'callout.not_closed': {
    status: 409,
    retryable: true,
    title: 'This callout is still open',
    detail: 'Report, map and rating come after AURA has closed it.',
  },
  'rating.given': {
    status: 409,
    retryable: false,
    title: 'You have rated this already',
    detail: 'You can rate only once. We keep your first rating.',
  },
  'callout.not_found': {
    status: 404,
    retryable: false,
    title: 'No such callout',
    detail: 'There is no callout of yours with this number.',
  },
  'callout.closed': {
    status: 410,
    retryable: false,
    title: 'This callout is closed',
    detail:
      'AURA has closed it. You cannot send anything to it. If you need help now, press the button or call.',
  },
  'message.too_many': {
    status: 429,
    retryable: true,
    title: 'Too many messages are waiting',
    detail: 'Your earlier messages are not sent yet. Wait, or call.',
  },
  'stream.too_many': {
    status: 429,
    retryable: true,
    title: 'Too many pages are open',
    detail: 'This page refreshes by itself, a little slower. Nothing is missing from it.',
  },
  'callout.not_over': {
    status: 409,
    retryable: true,
    title: 'This callout is not over',
    detail:
      'Whether it was genuine is marked when it is completed, cancelled or closed. Nothing was changed.',
  },
  'note.too_many': {
    status: 409,
    retryable: false,
    title: 'No more notes fit',
    detail: 'A callout takes 200 notes. Yours was not kept.',
  },
  'position.too_many': {
    status: 429,
    retryable: true,
    title: 'Too many positions',
    detail:
      'A thousand a minute are taken for one callout. These were not kept; send the newest in a minute.',
  },
  'aura.reads_spent': {
    status: 503,
    retryable: true,
    title: 'AURA is asked as often as we may',
    detail: 'What is shown is the last state that we know. It is read again in a moment.',
  },
  'webhook.unauthorised': {
    status: 401,
    retryable: false,
    title: 'Not a delivery of ours',
    detail: 'The request lacks the header that was registered with AURA. Nothing was stored.',
  },
  'webhook.not_found': {
    status: 404,
    retryable: false,
    title: 'No such webhook event',
    detail: 'There is no webhook event with this number.',
  },
  'webhook.range_changed': {
    status: 409,
    retryable: true,
    title: 'The range is not what you confirmed',
    detail:
      'Other deliveries pass the filter by now. Nothing was replayed: look at the new number and confirm it.',
  },
  'webhook.range_too_large': {
    status: 409,
    retryable: false,
    title: 'Too many deliveries for one replay',
    detail: 'At most 500 are replayed at once. Nothing was replayed: choose a shorter time.',
  },
  'webhook.overloaded': {
    status: 503,
    retryable: true,
    title: 'Too many deliveries at once',
    detail:
      'More are waiting to be stored than fit. This one was not stored; what it tells of is read from AURA.',
  },
  'share_link.ended': {
    status: 404,
    retryable: false,
    title: 'This link has ended',
    detail:
      'It has ended, was stopped, or is not complete. Phone the person who sent it. If you think they are in danger, call for help yourself.',
  },
  'share_link.too_many': {
    status: 429,
    retryable: true,
    title: 'Too many at once',
    detail: 'You can make ten links for one alarm. One link opens twice a second. Wait a moment.',
  },
  'aura.unavailable': {
    status: 503,
    retryable: true,
    title: 'AURA is not answering',
    detail: 'You see the last news we have. We keep trying.',
  },
} as const;
