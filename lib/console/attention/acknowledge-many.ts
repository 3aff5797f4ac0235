import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { currentAlerts } from './current-alerts.ts';
import { keysOf } from './keys-of.ts';
import { keyOf } from './model.ts';
import { acknowledgeManyInput } from './schema.ts';
import { acknowledge } from './store.ts';

/** Acknowledges the needs of many rows that were shown, for one reason. What others have, or has changed, stays. */
export const acknowledgeMany = verb(
  'alert.acknowledge',
  acknowledgeManyInput,
  async (actor, { rows, reason }) => {
    const at = now();
    const current = await currentAlerts(actor, at);
    const asked = new Set(
      rows.flatMap(({ subject, needs }) => needs.map((need) => keyOf({ ...need, subject }))),
    );
    const found = current.alerts.filter((alert) => alert.acknowledged === null && asked.has(keyOf(alert)));
    if (found.length === 0) return refuse('attention.gone');
    await acknowledge(actor, await keysOf(found, current), at, reason);
    return ok(null);
  },
);
