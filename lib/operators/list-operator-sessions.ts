import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { deviceName } from '#lib/identity/device-model.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField, type SessionRow } from '#lib/operators/schema.ts';
import { listSessionsOf } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** Own sessions or, for admins, anybody's. */
export const listOperatorSessions = verb(
  'operator_session.list',
  z.object({ operatorId: operatorIdField, thisSessionId: z.string().nullable() }),
  async (actor, { operatorId, thisSessionId }) => {
    if (actor.role !== 'admin' && actor.operatorId !== operatorId) return refuse('operator.not_found');
    const at = now();
    const sessions = await listSessionsOf(operatorId, at);
    return ok({
      asOf: at.toISOString(),
      sessions: sessions.map(
        ({ id, userAgent, ipAddress, createdAt }): SessionRow => ({
          sessionId: id,
          device: deviceName(userAgent ?? ''),
          address: ipAddress,
          startedAt: createdAt.toISOString(),
          isThisOne: id === thisSessionId,
        }),
      ),
    });
  },
);
