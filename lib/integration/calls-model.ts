import { type Bucket, quantileOf } from '#lib/integration/latency-model.ts';
import type { Integration, OperationCalls } from '#lib/integration/schema.ts';

export type CountedCalls = Bucket & {
  operation: string;
  outcome: string;
  recent: number;
  lastAt: Date;
};

/** Outcomes without a usable answer: AURA or the connection failed. */
const FAILURES = new Set(['network', 'timeout', 'server', 'contract', 'rate_limited']);
const ORDINARY = new Set(['ok', 'closed']);

/** One line per operation, sorted by name. */
export function summariseCalls(rows: readonly CountedCalls[]): OperationCalls[] {
  return [...Map.groupBy(rows, ({ operation }) => operation)].map(([operation, own]) => ({
    operation,
    attempts: total(own),
    failed: total(own.filter(({ outcome }) => FAILURES.has(outcome))),
    outcomes: [...Map.groupBy(own, ({ outcome }) => outcome)].flatMap(([outcome, same]) =>
      ORDINARY.has(outcome) ? [] : [{ outcome, attempts: total(same) }],
    ),
    p50Ms: quantileOf(own, 0.5),
    p95Ms: quantileOf(own, 0.95),
    lastAt: new Date(Math.max(...own.map(({ lastAt }) => lastAt.getTime()))).toISOString(),
  }));
}

export function recentOf(rows: readonly CountedCalls[]): Integration['recent'] {
  const lately = (some: readonly CountedCalls[]) => some.reduce((sum, { recent }) => sum + recent, 0);
  return {
    attempts: lately(rows),
    failed: lately(rows.filter(({ outcome }) => FAILURES.has(outcome))),
    credentialsRefused: lately(
      rows.filter(({ operation, outcome }) => operation === 'createToken' && outcome === 'unauthorised'),
    ),
  };
}

function total(rows: readonly CountedCalls[]): number {
  return rows.reduce((sum, { attempts }) => sum + attempts, 0);
}
