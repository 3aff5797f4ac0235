/** `none`: AURA had no subscription at the last read. */
export type Standing = 'active' | 'not_yet' | 'lapsed' | 'cancelled' | 'none';

/** Timestamps are ISO strings. */
export type SubscriptionAtAura = {
  subscriptionId: number;
  /** Another customer's id where this one is only a dependant. */
  ownerId: number | null;
  subscriptionTypeId: number | null;
  validFrom: string | null;
  validTo: string | null;
  cancelledAt: string | null;
};

export type SubscriptionFacts = {
  standing: Standing;
  validFrom: string;
  validTo: string;
  cancelledAt: string | null;
  /** 0 on the last day and when not active. */
  daysLeft: number;
};
