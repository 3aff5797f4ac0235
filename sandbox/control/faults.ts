// Fault injection rules.
import { z } from 'zod';
import { type OperationId, operationIds } from '#lib/aura/contract/operations.ts';

export const effects = {
  latency: 'answers late',
  status: 'answers with a status instead of doing the work',
  status_after: 'does the work, then answers with a status',
  reset_before: 'resets the connection before the work',
  reset_after: 'does the work, then resets the connection',
  slow_body: 'sends the body bit by bit',
  truncated_body: 'breaks off in the middle of the body',
  endless_body: 'sends a body that never ends',
  huge_body: 'sends a body of 20 MB',
  wrong_content_type: 'calls its JSON plain text',
  html_page: 'answers 200 with an error page in HTML',
} as const;

export type Effect = keyof typeof effects;

// Safe because the keys of `effects` are what Effect is made of.
export const effectNames = Object.keys(effects) as [Effect, ...Effect[]];

export const newFault = z.strictObject({
  operation: z.enum(['any', ...operationIds]).default('any'),
  effect: z.enum(effectNames),
  /** Call numbers, counted from the rule's creation. */
  calls: z.array(z.int().positive()).optional(),
  /** Fraction of calls; default: all. */
  share: z.number().min(0).max(1).optional(),
  /** For `latency` and `slow_body`. */
  latencyMs: z.int().min(0).max(600_000).default(1_000),
  /** For `status` and `status_after`. */
  status: z.int().min(400).max(599).default(503),
});

export type FaultRule = z.output<typeof newFault> & { seen: number; hits: number };

/** The fault for a call: the first matching rule. Every rule counts every call of its operation. */
export function chooseFault(
  rules: readonly FaultRule[],
  operation: OperationId,
  random: () => number,
): FaultRule | null {
  let chosen: FaultRule | null = null;
  for (const rule of rules) {
    if (rule.operation !== 'any' && rule.operation !== operation) continue;
    rule.seen += 1;
    const hits = rule.calls ? rule.calls.includes(rule.seen) : random() < (rule.share ?? 1);
    if (!hits || chosen) continue;
    rule.hits += 1;
    chosen = rule;
  }
  return chosen;
}
