import type { Fix } from '#lib/geo/model.ts';
import type { Kind, PressProblem } from '#lib/vocabulary.ts';
import type { AuraCallout } from './press.ts';

/** A press in the journal of one machine, with AURA's callout where it gave one. */
export type JournalEntry = {
  pressId: string;
  personId: string;
  customerId: number;
  kind: Kind;
  pressedAt: Date;
  receivedAt: Date;
  sendsAt: Date | null;
  fix: Fix | null;
  responseTypeId: number | null;
  state: 'recorded' | 'delivered' | 'rejected';
  attempts: number;
  lastAttemptAt: Date | null;
  outcomeUnknownSince: Date | null;
  lastProblem: PressProblem | null;
  settledAt: Date | null;
  withdrawRequestedAt: Date | null;
  uncheckedEdition: number | null;
  /** Beside an unchecked edition: the device, whose revocation could not be checked either. */
  uncheckedDevice: string | null;
  callout: AuraCallout | null;
};
