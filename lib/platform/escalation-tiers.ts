import { z } from 'zod';

// Not server-only: the supervisor checks the environment before anything runs.

/** Who is notified of an alert that nobody acknowledges, and after how many minutes. */
export type Tier = { afterMinutes: number; recipients: string[] };

export const MOBILE = /^\+[1-9]\d{6,14}$/;
const TIER = /^(\d{1,2}) *:([^:]*)$/;
const MAX_MINUTES = 60;

export const isEmail = (recipient: string) => recipient.includes('@');

/** `3: +27821234567, duty@example.org; 8: +27829876543`: minutes and recipients, tier by tier, later ones later. */
export const escalationTiers = z.string().transform((text, context): Tier[] => {
  const tiers = text.split(';').map(toTier);
  const known = tiers.filter((tier) => tier !== null);
  const isAscending = known.every(({ afterMinutes }, index) => {
    const before = known[index - 1]?.afterMinutes ?? 0;
    return afterMinutes > before && afterMinutes <= MAX_MINUTES;
  });
  if (known.length === tiers.length && isAscending) return known;
  const message = `must be such as "3: +27821234567, duty@example.org; 8: +27829876543", with minutes that rise from 1 to ${MAX_MINUTES}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

function toTier(text: string): Tier | null {
  const [, minutes, list = ''] = TIER.exec(text.trim()) ?? [];
  const recipients = list.split(',').map((each) => each.trim());
  const isGood = recipients.every((each) => MOBILE.test(each) || z.email().safeParse(each).success);
  return minutes !== undefined && isGood ? { afterMinutes: Number(minutes), recipients } : null;
}
