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
  'metrics.unauthorised': {
    status: 401,
    retryable: false,
    title: 'Not for everybody',
    detail: 'Metrics are given to whoever sends METRICS_TOKEN as a bearer; without that setting, to nobody.',
  },
} as const;
