import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { currentAlerts } from './current-alerts.ts';
import { keysOf } from './keys-of.ts';
import { keyOf } from './model.ts';
import { rowKeyInput } from './schema.ts';
import { acknowledge, listMarks } from './store.ts';

/** Acknowledges the needs of a row that were shown. Idempotent: the first operator counts. */
export const acknowledgeAlert = verb('alert.acknowledge', rowKeyInput, async (actor, { subject, needs }) => {
  const at = now();
  const current = await currentAlerts(actor, at);
  const asked = new Set(needs.map((need) => keyOf({ ...need, subject })));
  const found = current.alerts.filter((alert) => asked.has(keyOf(alert)));
  if (found.length > 0) {
    await acknowledge(actor, await keysOf(found, current), at);
    return ok(null);
  }
  // Idempotent: acknowledging a new callout may have ended its need.
  const marks = await Promise.all(needs.map(({ since }) => listMarks([subject], since)));
  const isTaken = marks.flat().some((mark) => mark.acknowledged !== null && asked.has(keyOf(mark)));
  return isTaken ? ok(null) : refuse('attention.gone');
});
