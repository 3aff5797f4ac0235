import 'server-only';
import { type OperatorRow, roleField } from '#lib/operators/schema.ts';
import type { listAllOperators } from '#lib/operators/store.ts';

type Found = Awaited<ReturnType<typeof listAllOperators>>[number];

export function toOperatorRow(found: Found): OperatorRow {
  return {
    ...found,
    role: roleField.parse(found.role),
    switchedOffAt: found.switchedOffAt?.toISOString() ?? null,
    joinedAt: found.joinedAt.toISOString(),
    lastSeenAt: found.lastSeenAt?.toISOString() ?? null,
  };
}
