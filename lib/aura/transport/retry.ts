// Every retry decision, from facts alone.
import type { Replay } from '../contract/operation.ts';

export type Failure =
  | { type: 'network' }
  | { type: 'unreadable' }
  | { type: 'contract' }
  | { type: 'status'; status: number; retryAfterMs: number | null };

export type RetryFacts = {
  replay: Replay;
  failure: Failure;
  /** Attempts so far, including this one. */
  attempts: number;
  remainingMs: number;
  /** Whether a refused bearer can be replaced. */
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

export function isTransient(failure: Failure): boolean {
  if (failure.type === 'status') return transientStatuses.has(failure.status);
  return failure.type !== 'contract';
}

/** Only a refusal by AURA says that the work was not done. */
export function mayHaveDoneWork(failure: Failure): boolean {
  if (failure.type !== 'status') return true;
  return failure.status >= 500 || failure.status === 408;
}

/**
 * Retry policy: `unsafe` calls are not retried once AURA may have done the work, except after 401, which precedes it.
 * Exponential backoff with full jitter, capped, within the deadline, obeying `Retry-After`.
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
