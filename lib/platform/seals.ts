/** What each sealed column is sealed for, so that a value in one opens nothing in another. */
export const seals = {
  trackingUrl: 'tracking-url',
  mapUrl: 'map-url',
  safeCode: 'safe-code',
  webhookBody: 'webhook-body',
  escalationText: 'escalation-text',
} as const;
