// Errors of the integration with AURA; see errors.ts.

export const integrationErrors = {
  'map.no_tiles': {
    status: 404,
    retryable: false,
    title: 'There is no such map tile',
    detail: 'Nothing was changed. The map shows outlines of countries where it has no tiles.',
  },
  'doctor.running': {
    status: 409,
    retryable: true,
    title: 'The doctor is running already',
    detail: 'Somebody else has started it. It takes some seconds; try again when it is through.',
  },
  'webhook.not_https': {
    status: 409,
    retryable: false,
    title: 'AURA delivers to https addresses only',
    detail: 'Nothing was changed. Set APP_URL to the public https address of this deployment.',
  },
  'webhook.event_refused': {
    status: 422,
    retryable: false,
    title: 'AURA refused the name of an event',
    detail: 'Nothing was changed. Tell the developers the name: it must be left out of the registration.',
  },
  'webhook.no_token': {
    status: 409,
    retryable: false,
    title: 'There is no token for deliveries',
    detail:
      'Nothing was changed. Set the token for AURA’s deliveries where Vigil runs; without it every delivery would be refused.',
  },
  'hook.not_public': {
    status: 422,
    retryable: false,
    title: 'Not an address of the public internet',
    detail: 'Nothing was changed. Type an https address whose name leads to a public server.',
  },
  'hook.not_found': {
    status: 404,
    retryable: false,
    title: 'No such system',
    detail: 'No other system with this number gets webhooks. Nothing was changed.',
  },
  'hook.delivery_not_found': {
    status: 404,
    retryable: false,
    title: 'No such webhook',
    detail: 'It is older than they are kept. Nothing was sent.',
  },
  'api_key.not_found': {
    status: 404,
    retryable: false,
    title: 'No such key',
    detail: 'There is no key with this number. Nothing was changed.',
  },
  'api_key.refused': {
    status: 401,
    retryable: false,
    title: 'This key does not count',
    detail: 'It was revoked, has expired, or never was one. Ask an admin of Vigil for another.',
  },
  'api_key.too_many': {
    status: 429,
    retryable: true,
    title: 'Too many requests with this key',
    detail: 'At most 120 a minute are answered. Nothing is wrong with the key: ask again in a minute.',
  },
  'metrics.unauthorised': {
    status: 401,
    retryable: false,
    title: 'Not for everybody',
    detail: 'Metrics are given to whoever sends METRICS_TOKEN as a bearer; without that setting, to nobody.',
  },
} as const;
