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
  /** A retry is safe and may succeed. */
  retryable: boolean;
  /** AURA may have done the work, in this or an earlier attempt. */
  mayHaveBeenDone: boolean;
  /** Our own words or the contract's field names; never transferred data. */
  detail: string;
  upstreamMessage?: string | null;
};

const MARK = Symbol.for('aura.error');

/** Why a call to AURA failed. Contains no transferred data, so it may be logged. */
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

  /** A bundler may load this module twice, so `instanceof` must recognize another copy of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value;
  }

  /** The same failure as the result of another call, which got no token. */
  asResultOf(mayHaveBeenDone: boolean): AuraError {
    return new AuraError({ ...this.#facts, mayHaveBeenDone });
  }

  /** AURA's own message, which may name a person: show to operators, never log. */
  revealUpstreamMessage(): string | null {
    return this.#facts.upstreamMessage ?? null;
  }
}

/** The fields that failed, without values. */
export function describeIssues(error: z.ZodError): string {
  const issues = error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`,
  );
  return issues.slice(0, 5).join('; ');
}
