import type { OperationId } from './contract/operations.ts';
import type { AuraErrorKind } from './error.ts';

/** One attempt of a call, as it ended. */
export type AttemptEvent = {
  type: 'attempt';
  endpoint: OperationId;
  attempt: number;
  status: number | null;
  durationMs: number;
  outcome: 'ok' | 'closed' | AuraErrorKind;
};

/** An answer held something that the contract does not know. Names only, and at most a few of them. */
export type DriftEvent = {
  type: 'drift';
  endpoint: OperationId;
  unknownFields: readonly string[];
  unknownStatuses: readonly string[];
};

export type AuraEvent = AttemptEvent | DriftEvent;
