import type { z } from 'zod';
import type { OperationId } from './contract/operations.ts';

export type AuraErrorKind =
  | 'network'
  | 'timeout'
  | 'unauthorised'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid_request'
  | 'rate_limited'
  | 'server'
  | 'contract';

export type AuraErrorFacts = {
  kind: AuraErrorKind;
  endpoint: OperationId;
  status: number | null;
  attempts: number;
  /** The same call may be made again: it does no harm, and what was wrong may pass. */
  retryable: boolean;
  /** AURA may have carried out what was asked, in the last attempt or in one before it. */
  mayHaveBeenDone: boolean;
  /** Our own words or names of the contract's fields; never anything that was sent or received. */
  detail: string;
  upstreamMessage?: string | null;
};

const MARK = Symbol.for('aura.error');

/** Why a call to AURA gave no answer. Nothing in it was sent or received, so it may be logged as it is. */
export class AuraError extends Error {
  override readonly name = 'AuraError';
  readonly [MARK] = true;
  readonly kind: AuraErrorKind;
  readonly endpoint: OperationId;
  readonly status: number | null;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly mayHaveBeenDone: boolean;
  readonly #facts: AuraErrorFacts;

  constructor(facts: AuraErrorFacts) {
    const status = facts.status === null ? '' : `status ${facts.status}, `;
    super(`AURA ${facts.endpoint}: ${facts.kind} (${status}attempts ${facts.attempts}): ${facts.detail}`);
    this.kind = facts.kind;
    this.endpoint = facts.endpoint;
    this.status = facts.status;
    this.attempts = facts.attempts;
    this.retryable = facts.retryable;
    this.mayHaveBeenDone = facts.mayHaveBeenDone;
    this.#facts = facts;
  }

  /**
   * A bundler may load this module several times over, and whoever catches an error must know it although
   * another copy of the class has made it.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value;
  }

  /** The same failure as the end of another call: one that got no token for its next attempt. */
  endingCall(mayHaveBeenDone: boolean): AuraError {
    return new AuraError({ ...this.#facts, mayHaveBeenDone });
  }

  /** AURA's own words, which may name a person: for an operator's eyes, never for a log. */
  revealUpstreamMessage(): string | null {
    return this.#facts.upstreamMessage ?? null;
  }
}

/** Which fields did not fit, in the contract's names: zod's messages hold no values. */
export function describeIssues(error: z.ZodError): string {
  const issues = error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`,
  );
  return issues.slice(0, 5).join('; ');
}
