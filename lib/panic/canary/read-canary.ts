import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { findCanary } from './canary-store.ts';

/** The receipt of a practice press, for whoever sent it. */
export const readCanary = verb(
  'press.read_canary',
  z.object({ pressId: pressIdField }),
  async (_actor, { pressId }) => {
    const found = await findCanary(pressId);
    if (!found) return refuse('press.not_found');
    const { door, isWhole, receivedAt } = found;
    return ok({ pressId, state: 'practised' as const, door, isWhole, receivedAt: receivedAt.toISOString() });
  },
);
