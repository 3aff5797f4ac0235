// Every decision to send a call again is made here, from facts alone.
import type { Replay } from '../contract/operation.ts';

/** How an attempt failed, as far as repeating it is concerned. */
export type Failure =
  | { type: 'network' }
  | { type: 'unreadable' }
  | { type: 'contract' }
  | { type: 'status'; status: number; retryAfterMs: number | null };

export type RetryFacts = {
  replay: Replay;
  failure: Failure;
  /** Attempts made so far, this one included. */
  attempts: number;
  remainingMs: number;
  /** Whether a refused bearer can still be exchanged for a new one. */
  canRenewToken: boolean;
  /** In [0, 1). */
  random: number;
};

export type RetryDecision = { again: false } | { again: true; waitMs: number; renewToken: boolean };

const maxAttempts = 8;
const firstWaitMs = 100;
const longestWaitMs = 2_000;
const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);
const stop: RetryDecision = { again: false };

/** Whether a failure may pass by itself. */
export function isTransient(failure: Failure): boolean {
  if (failure.type === 'status') return transientStatuses.has(failure.status);
  return failure.type !== 'contract';
}

/** Whether AURA may have done the work all the same: only a refusal of its own says that it has not. */
export function mayHaveDoneWork(failure: Failure): boolean {
  if (failure.type !== 'status') return true;
  return failure.status >= 500 || failure.status === 408;
}

/**
 * Whether, when and how to send a call again. An `unsafe` call is never repeated once it may have reached the
 * work: only after a 401, which AURA gives before it does anything. Waits are fully jittered, grow, are capped,
 * obey `Retry-After`, and never reach the deadline.
 */
export function decideRetry(facts: RetryFacts): RetryDecision {
  const { failure, remainingMs } = facts;
  if (remainingMs <= 0 || facts.attempts >= maxAttempts) return stop;
  if (failure.type === 'status' && failure.status === 401) {
    return facts.canRenewToken ? { again: true, waitMs: 0, renewToken: true } : stop;
  }
  if (facts.replay === 'unsafe' || !isTransient(failure)) return stop;
  const ceilingMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (facts.attempts - 1));
  const advisedMs = failure.type === 'status' ? (failure.retryAfterMs ?? 0) : 0;
  const waitMs = Math.max(advisedMs, facts.random * ceilingMs);
  return waitMs < remainingMs ? { again: true, waitMs, renewToken: false } : stop;
}
