// Counts what the contract does not know, so that changes at AURA are noticed.
import { knownStatuses } from './contract/callout-shapes.ts';
import type { OperationId } from './contract/operations.ts';
import type { DriftEvent } from './events.ts';

export type DriftCounts = Partial<Record<OperationId, Record<string, number>>>;

export type DriftCounter = {
  note(endpoint: OperationId, unknownFields: readonly string[], answer: unknown): DriftEvent | null;
  counts(): DriftCounts;
};

// Names come from outside: bound their number and length.
const namesPerEndpoint = 200;
const longestName = 80;
const namesPerEvent = 20;

function statusesIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(statusesIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const own =
    'calloutId' in answer && 'status' in answer && typeof answer.status === 'string' ? [answer.status] : [];
  const inner = ['callout', 'callouts'].flatMap((key) => statusesIn(Reflect.get(answer, key)));
  return [...own, ...inner];
}

export function createDriftCounter(): DriftCounter {
  const counted = new Map<OperationId, Map<string, number>>();

  function count(endpoint: OperationId, name: string): void {
    const names = counted.get(endpoint) ?? new Map<string, number>();
    counted.set(endpoint, names);
    const kept = names.has(name) || names.size < namesPerEndpoint ? name : '(further names)';
    names.set(kept, (names.get(kept) ?? 0) + 1);
  }

  return {
    note(endpoint, allFields, answer) {
      const unknownFields = allFields.slice(0, namesPerEvent).map((name) => name.slice(0, longestName));
      const unknownStatuses = [...new Set(statusesIn(answer))]
        .filter((status) => !knownStatuses.has(status.toLowerCase()))
        .slice(0, namesPerEvent)
        .map((status) => status.slice(0, longestName));
      if (unknownFields.length === 0 && unknownStatuses.length === 0) return null;
      for (const name of unknownFields) count(endpoint, name);
      for (const status of unknownStatuses) count(endpoint, `status: ${status}`);
      return { type: 'drift', endpoint, unknownFields, unknownStatuses };
    },
    counts: () =>
      Object.fromEntries([...counted].map(([endpoint, names]) => [endpoint, Object.fromEntries(names)])),
  };
}
