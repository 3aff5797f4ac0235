import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { currentNeeds } from './current-needs.ts';
import { keyOf } from './model.ts';
import { acknowledgeAttentionInput } from './schema.ts';
import { listMarks, takeUp } from './store.ts';

/** An operator takes up something that needs a human. The first one counts; a second changes nothing. */
export const acknowledgeAttention = verb(
  'attention.acknowledge',
  acknowledgeAttentionInput,
  async (actor, asked) => {
    const at = now();
    const { needs } = await currentNeeds(actor, at);
    if (needs.some((need) => keyOf(need) === keyOf(asked))) {
      await takeUp(actor, asked, at);
      return ok(null);
    }
    // A callout that somebody took up is not new any more; doing the same a moment later changes nothing.
    const marks = await listMarks([asked.subject], asked.since);
    const isTaken = marks.some((mark) => mark.acknowledged !== null && keyOf(mark) === keyOf(asked));
    return isTaken ? ok(null) : refuse('attention.gone');
  },
);
