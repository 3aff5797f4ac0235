import 'server-only';
import { type OperatorRow, roleField } from '#lib/operators/schema.ts';
import type { listAllOperators } from '#lib/operators/store.ts';
import { env } from '#lib/platform/env.ts';

type Found = Awaited<ReturnType<typeof listAllOperators>>[number];

export function toOperatorRow({ providers, ...found }: Found): OperatorRow {
  return {
    ...found,
    isAtProvider: env.oidc !== null && providers.includes(env.oidc.issuer),
    role: roleField.parse(found.role),
    switchedOffAt: found.switchedOffAt?.toISOString() ?? null,
    joinedAt: found.joinedAt.toISOString(),
    lastSeenAt: found.lastSeenAt?.toISOString() ?? null,
  };
}
