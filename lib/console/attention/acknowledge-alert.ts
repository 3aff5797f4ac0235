import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type CurrentAlerts, currentAlerts } from './current-alerts.ts';
import { type CurrentAlert, type Key, keyOf } from './model.ts';
import { acknowledgeAlertInput } from './schema.ts';
import { acknowledge, listMarks } from './store.ts';
import { receivedAtOf } from './undelivered-store.ts';

/** Acknowledges an alert. Idempotent: the first operator counts. */
export const acknowledgeAlert = verb('alert.acknowledge', acknowledgeAlertInput, async (actor, asked) => {
  const at = now();
  const current = await currentAlerts(actor, at);
  const found = current.alerts.find((alert) => keyOf(alert) === keyOf(asked));
  if (found) {
    await acknowledge(actor, await keysOf(found, current), at);
    return ok(null);
  }
  // Idempotent: acknowledging something about a callout makes it not new.
  const marks = await listMarks([asked.subject], asked.since);
  const isTaken = marks.some((mark) => mark.acknowledged !== null && keyOf(mark) === keyOf(asked));
  return isTaken ? ok(null) : refuse('attention.gone');
});

/** The alert's key; for a press also those of the person's other presses that are grouped with it. */
async function keysOf(found: CurrentAlert, { pressOf }: CurrentAlerts): Promise<Key[]> {
  const repeats = await receivedAtOf(pressOf(found)?.repeats ?? []);
  const others = repeats.map(({ id, receivedAt }) => ({ ...found, subject: id, since: receivedAt }));
  return [found, ...others];
}
