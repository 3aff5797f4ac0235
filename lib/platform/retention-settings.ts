import { z } from 'zod';

const days = (shown: string, least: number, usual: number) =>
  z.coerce
    .number('must be a number of days')
    .int()
    .min(least)
    .max(36_500)
    .default(usual)
    .describe(`How many days ${shown}`);

/** How long what is settable is kept. */
export const retentionSettings = {
  KEEP_TRAIL_DAYS: days('positions of an alarm are kept', 1, 90),
  KEEP_ALARM_DAYS: days('after its end an alarm stays linked to its person; then it is anonymised', 30, 730),
  KEEP_WEBHOOK_DAYS: days('deliveries of AURA are kept', 1, 30),
  // The database empties no younger ones (decision 0030).
  KEEP_AUDIT_ADDRESS_DAYS: days(
    'the addresses in the audit are kept, at least 90; the entries stay',
    90,
    365,
  ),
};
