import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { assign, listAssignable } from './assign-store.ts';
import { currentAlerts } from './current-alerts.ts';
import { keysOf } from './keys-of.ts';
import { keyOf } from './model.ts';
import { assignInput } from './schema.ts';

/**
 * Makes the needs of a row that were shown an operator's, whoever has them. They wait, ring and are escalated until that
 * one, or anybody, acknowledges them; given to oneself, they are acknowledged.
 */
export const assignAlert = verb(
  'alert.assign',
  assignInput,
  async (actor, { subject, needs, operatorId }) => {
    const to = (await listAssignable()).find((one) => one.operatorId === operatorId);
    if (!to) return refuse('attention.no_operator');
    const at = now();
    const current = await currentAlerts(actor, at);
    const asked = new Set(needs.map((need) => keyOf({ ...need, subject })));
    const found = current.alerts.filter((alert) => asked.has(keyOf(alert)));
    if (found.length === 0) return refuse('attention.gone');
    const others = (await keysOf(found, current)).filter(
      ({ acknowledged }) => acknowledged?.operatorId !== operatorId,
    );
    // Idempotent: they have it already.
    if (others.length === 0) return ok(null);
    return (await assign(actor, others, to, at)) ? ok(null) : refuse('attention.gone');
  },
);
