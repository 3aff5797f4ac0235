/** `none`: AURA had no subscription of theirs when we last heard. */
export type Standing = 'active' | 'not_yet' | 'lapsed' | 'cancelled' | 'none';

/** One subscription as AURA answers it. Instants as ISO texts. */
export type SubscriptionAtAura = {
  subscriptionId: number;
  /** Whose it is; another's where the customer is only a dependant on it. */
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
  /** Whole days until it ends; 0 on the last day and for one that is not active. */
  daysLeft: number;
};
