import { randomUUID } from 'node:crypto';

/** A press as sent by a device; `more` overrides or removes fields. */
export function newTestPress(more: Record<string, unknown> = {}) {
  return {
    pressId: randomUUID(),
    pressedAt: '2026-11-23T10:00:00Z',
    location: {
      latitude: -26.1,
      longitude: 28.05,
      accuracy: 12,
      fixedAt: '2026-11-23T10:00:00Z',
      source: 'live',
    },
    ...more,
  };
}
