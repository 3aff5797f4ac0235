import type { OperationId } from './contract/operations.ts';
import type { AuraErrorKind } from './error.ts';

/** What AURA's clock said in an answer, in whole seconds, and the two instants of ours that it lies between. */
export type ClockReading = { theirsMs: number; sentAtMs: number; heardAtMs: number };

/** One attempt of a call, as it ended. */
export type AttemptEvent = {
  type: 'attempt';
  endpoint: OperationId;
  attempt: number;
  status: number | null;
  durationMs: number;
  outcome: 'ok' | 'closed' | AuraErrorKind;
  /** Null when nothing came back, or it did not say. */
  clock: ClockReading | null;
};

/** An answer held something that the contract does not know. Names only, and at most a few of them. */
export type DriftEvent = {
  type: 'drift';
  endpoint: OperationId;
  unknownFields: readonly string[];
  unknownStatuses: readonly string[];
};

export type AuraEvent = AttemptEvent | DriftEvent;
