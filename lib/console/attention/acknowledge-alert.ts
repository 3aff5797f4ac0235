import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type CurrentNeeds, currentNeeds } from './current-needs.ts';
import { type Key, keyOf, type Need } from './model.ts';
import { acknowledgeAlertInput } from './schema.ts';
import { acknowledge, listMarks } from './store.ts';
import { receivedAtOf } from './undelivered-store.ts';

/** An operator acknowledges an alert. The first one counts; a second changes nothing. */
export const acknowledgeAlert = verb('alert.acknowledge', acknowledgeAlertInput, async (actor, asked) => {
  const at = now();
  const current = await currentNeeds(actor, at);
  const found = current.needs.find((need) => keyOf(need) === keyOf(asked));
  if (found) {
    await acknowledge(actor, await keysOf(found, current), at);
    return ok(null);
  }
  // A callout that somebody acknowledged is not new any more; doing the same a moment later changes nothing.
  const marks = await listMarks([asked.subject], asked.since);
  const isTaken = marks.some((mark) => mark.acknowledged !== null && keyOf(mark) === keyOf(asked));
  return isTaken ? ok(null) : refuse('attention.gone');
});

/** An alert, and for a press the person's others that stand with it on the list. */
async function keysOf(found: Need, { pressOf }: CurrentNeeds): Promise<Key[]> {
  const repeats = await receivedAtOf(pressOf(found)?.repeats ?? []);
  const others = repeats.map(({ id, receivedAt }) => ({ ...found, subject: id, since: receivedAt }));
  return [found, ...others];
}
