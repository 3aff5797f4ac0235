import 'server-only';
import { z } from 'zod';
import { CONCURRENCY, readAtOnce, readInTurn, roundIntervalMs } from '#lib/callouts/follow-model.ts';
import { listOpen, readPace, recordAnswer } from '#lib/callouts/follow-store.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';

/** Reads open callouts singly: `changed` (seen in the list), or at most `most` of the others `in_turn`. */
export const pollOpenCallouts = verb(
  'callout.watch_open',
  z.discriminatedUnion('which', [
    z.object({ which: z.literal('changed') }),
    z.object({ which: z.literal('in_turn'), most: z.number() }),
  ]),
  async (actor, input) => {
    const at = now();
    const open = await listOpen(at);
    if (open.length === 0) return ok({ read: 0, open: 0 });
    const ids =
      input.which === 'changed'
        ? readAtOnce(open)
        : readInTurn(open, at, roundIntervalMs((await readPace(at)).isQuick, 0), input.most);
    const refreshed = await mapConcurrent(ids, CONCURRENCY, (calloutId) =>
      refreshCallout(actor, { calloutId, source: 'poll' }),
    );
    if (refreshed.some((each) => each.ok)) await recordAnswer();
    return ok({ read: ids.length, open: open.length });
  },
);
