import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { deleteSessions } from '#lib/operators/store.ts';

/** Ends one or all sessions: one's own or, for admins, anybody's. */
export const revokeOperatorSessions = verb(
  'operator_session.revoke',
  z.object({ operatorId: operatorIdField, sessionId: z.string().max(64).optional() }),
  async (actor, { operatorId, sessionId }) => {
    if (actor.role !== 'admin' && actor.operatorId !== operatorId) return refuse('operator.not_found');
    await deleteSessions(actor, operatorId, sessionId ?? null);
    return ok(null);
  },
);
