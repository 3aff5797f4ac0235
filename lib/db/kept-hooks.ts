import { apiKey, hookDelivery, hookEndpoint, hookEvent } from './hook-tables.ts';
import { internal, kept, outboxColumns, sensitive, technical } from './kept-model.ts';

/** What other systems get of us. */
export const keptOfHooks = [
  kept(
    hookEndpoint,
    { whose: 'operators', retention: 'deployment' },
    {
      id: technical('names it'),
      name: internal('what an admin calls the other system'),
      url: sensitive('where webhooks go; may hold a secret of the other system'),
      secret: sensitive('signs webhooks'),
      previousSecret: sensitive('the one before, which signs for a day more'),
      previousUntil: technical('until when it does'),
      createdAt: internal('when it was made'),
      createdBy: internal('which admin made it'),
      switchedOffAt: internal('since when it gets nothing'),
    },
  ),
  kept(
    hookEvent,
    { whose: { calloutId: 'calloutId' }, retention: 'webhook' },
    {
      sequence: technical('the order of events'),
      id: technical('names it for the other system'),
      type: internal('what it is about', { withheld: 'danger' }),
      calloutId: internal('the alarm'),
      pressId: internal('the press', { withheld: 'danger' }),
      kind: internal('real or a test', { withheld: 'danger' }),
      state: internal('the stage, or how the press ended', { withheld: 'danger' }),
      at: internal('when', { withheld: 'danger' }),
    },
  ),
  kept(
    hookDelivery,
    { whose: 'nobody', retention: 'webhook' },
    {
      id: technical('names it'),
      sequence: technical('which event'),
      endpointId: technical('to which system'),
      state: technical('whether it was taken'),
      attempts: technical('how often it was sent'),
      ...outboxColumns,
      settledAt: technical('when it was taken or given up'),
      problem: technical('why it was not taken'),
      status: technical('what the other system answered'),
    },
  ),
  kept(
    apiKey,
    { whose: 'operators', retention: 'deployment' },
    {
      id: internal('names it in the audit'),
      name: internal('what an admin calls the program that reads'),
      keyHash: sensitive('finds the key', { plain: 'hash' }),
      hint: internal('its last characters'),
      scopes: internal('what it may read'),
      createdAt: internal('when it was made'),
      createdBy: internal('which admin made it'),
      expiresAt: internal('until when it counts'),
      lastUsedAt: internal('when it last read'),
      revokedAt: internal('when an admin ended it'),
    },
  ),
] as const;
