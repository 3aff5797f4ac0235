import { internal, kept, outboxColumns, personal, sensitive, technical } from './kept-model.ts';
import { pushNotice, pushSubscription } from './push-tables.ts';

/** What reaches a person's device while its page is closed. */
export const keptOfPushes = [
  kept(
    pushSubscription,
    { whose: { personId: 'personId' }, retention: 'device' },
    {
      deviceId: personal('which device gets messages of its browser'),
      personId: internal('whose it is'),
      channel: sensitive('reaches the device: its address at the browser’s push service, and keys', {
        withheld: 'secret',
      }),
      endpointHash: internal('finds the address; a keyed hash', { withheld: 'secret' }),
      subscribedAt: personal('when the person allowed it'),
      quietUntil: personal('until when nothing is shown after a silent press', { withheld: 'danger' }),
    },
  ),
  kept(
    pushNotice,
    { whose: { calloutId: 'calloutId' }, retention: 'push' },
    {
      id: technical('names it'),
      deviceId: internal('which device gets it', { withheld: 'secret' }),
      about: internal('a stage or a message', { withheld: 'danger' }),
      calloutId: internal('the alarm'),
      stage: internal('which stage', { withheld: 'danger' }),
      queuedAt: internal('too old, it is not sent', { withheld: 'danger' }),
      attempts: technical('how often it was sent'),
      ...outboxColumns,
    },
  ),
] as const;
