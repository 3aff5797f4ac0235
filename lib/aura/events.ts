import type { OperationId } from './contract/operations.ts';
import type { AuraErrorKind } from './error.ts';

/** The `Date` of an answer (whole seconds), and our clock before and after it. */
export type ClockReading = { theirsMs: number; sentAtMs: number; heardAtMs: number };

export type AttemptEvent = {
  type: 'attempt';
  endpoint: OperationId;
  attempt: number;
  status: number | null;
  durationMs: number;
  outcome: 'ok' | 'closed' | AuraErrorKind;
  /** Null without an answer or a `Date`. */
  clock: ClockReading | null;
};

/** An answer with unknown parts; a few names only. */
export type DriftEvent = {
  type: 'drift';
  endpoint: OperationId;
  unknownFields: readonly string[];
  unknownStatuses: readonly string[];
};

export type AuraEvent = AttemptEvent | DriftEvent;
