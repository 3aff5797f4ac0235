// What a gateway's report says. Pure.

/** Without a report of delivery for so long, a text goes by the second route. */
export const SECOND_ROUTE_AFTER_S = 60;

export type Reported = 'delivered' | 'failed' | 'under_way';

const DELIVERED = /^(delivered|delivrd|read)$/i;
const FAILED = /^(failed|failure|undelivered|undeliverable|undeliv|rejected|rejectd|expired|error)$/i;

/** Gateways use words of their own: one that we do not know ends nothing. */
export function readStatus(status: string): Reported {
  const word = status.trim();
  if (DELIVERED.test(word)) return 'delivered';
  return FAILED.test(word) ? 'failed' : 'under_way';
}
