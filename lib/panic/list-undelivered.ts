import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { UNDELIVERED_SHOWN_MS } from '#lib/panic/model.ts';
import type { UndeliveredPress } from '#lib/panic/schema.ts';
import { listUndelivered as selectUndelivered } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const SHOWN_AT_MOST = 100;

/** The presses of the last day that AURA does not have, for those who must act on them. */
export const listUndelivered = verb('press.list_undelivered', z.object({}), async () => {
  const at = now();
  const rows = await selectUndelivered(new Date(at.getTime() - UNDELIVERED_SHOWN_MS), SHOWN_AT_MOST);
  const presses = rows.flatMap(({ press, name, surname, mobile }): UndeliveredPress[] =>
    press.state === 'delivered'
      ? []
      : [
          {
            pressId: press.id,
            kind: press.kind,
            state: press.state,
            problem: press.lastProblem,
            attempts: press.attempts,
            receivedAt: press.receivedAt.toISOString(),
            person: { name, surname, mobile },
          },
        ],
  );
  return ok({ asOf: at.toISOString(), presses });
});
