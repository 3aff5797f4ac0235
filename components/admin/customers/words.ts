import type { Origin } from '#lib/customers/directory/schema.ts';
import type { Standing, SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';

export const standingNames: Record<Standing, string> = {
  active: 'Active',
  not_yet: 'Not yet valid',
  lapsed: 'Lapsed',
  cancelled: 'Cancelled',
  none: 'None',
};

export const originNames: Record<Origin, string> = {
  registration: 'They registered themselves',
  operator: 'An operator registered them',
  import: 'Imported from a file',
  hosted_signup: 'Signed up on AURA’s page',
};

/** A day as AURA counts them, in UTC. */
export function dayText(instant: string): string {
  return instant.slice(0, 10);
}

export function daysLeftText({ standing, daysLeft }: SubscriptionFacts): string | null {
  if (standing !== 'active') return null;
  if (daysLeft === 0) return 'less than a day left';
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
}
