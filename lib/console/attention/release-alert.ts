import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { currentAlerts } from './current-alerts.ts';
import { keysOf } from './keys-of.ts';
import { rowKeyInput } from './schema.ts';
import { release } from './store.ts';

/** Gives back the operator's own acknowledgements of a row: its needs wait again. */
export const releaseAlert = verb('alert.release', rowKeyInput, async (actor, { subject }) => {
  const at = now();
  const current = await currentAlerts(actor, at);
  const own = current.alerts.filter(
    (alert) => alert.subject === subject && alert.acknowledged?.operatorId === actor.operatorId,
  );
  const isReleased = await release(actor, await keysOf(own, current), at);
  return isReleased ? ok(null) : refuse('attention.gone');
});
