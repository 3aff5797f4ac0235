import type { Fix } from '#lib/geo/model.ts';
import type { Kind, PressProblem } from '#lib/vocabulary.ts';
import type { AuraCallout } from './press.ts';

/** A press as the journal of one machine keeps it, with AURA's answer when there was one. */
export type JournalEntry = {
  pressId: string;
  personId: string;
  customerId: number;
  kind: Kind;
  pressedAt: Date;
  receivedAt: Date;
  sendsAt: Date | null;
  fix: Fix | null;
  state: 'recorded' | 'delivered' | 'rejected';
  attempts: number;
  lastAttemptAt: Date | null;
  outcomeUnknownSince: Date | null;
  lastProblem: PressProblem | null;
  settledAt: Date | null;
  withdrawRequestedAt: Date | null;
  uncheckedEdition: number | null;
  callout: AuraCallout | null;
};
