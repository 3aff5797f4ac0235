/** What each sealed column, or field of a form, is sealed for, so that a value in one opens nothing in another. */
export const seals = {
  trackingUrl: 'tracking-url',
  mapUrl: 'map-url',
  safeCode: 'safe-code',
  webhookBody: 'webhook-body',
  mobileProof: 'mobile-proof',
  escalationText: 'escalation-text',
  message: 'message',
  note: 'note',
  handover: 'handover',
  ratingWords: 'rating-words',
  cancelReason: 'cancel-reason',
  report: 'report',
  incidents: 'incidents',
  place: 'place',
  address: 'address',
  contact: 'contact',
} as const;
