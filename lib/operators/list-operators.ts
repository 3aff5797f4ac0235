import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { toOperatorRow } from '#lib/operators/operator-row.ts';
import type { OperatorList } from '#lib/operators/schema.ts';
import { listAllOperators, listOpenInvitations } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** All operators and open invitations. */
export const listOperators = verb('operator.list', z.object({}), async () => {
  const at = now();
  const [operators, invitations] = await Promise.all([listAllOperators(), listOpenInvitations(at)]);
  const list: OperatorList = {
    asOf: at.toISOString(),
    operators: operators.map(toOperatorRow),
    invitations: invitations.map(({ id, email, role, invitedAt, expiresAt }) => ({
      invitationId: id,
      email,
      role,
      invitedAt: invitedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
  return ok(list);
});
