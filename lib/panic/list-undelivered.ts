import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { listTakenUp, listUnacknowledged } from '#lib/panic/board-store.ts';
import { ACKNOWLEDGED_SHOWN_MS } from '#lib/panic/model.ts';
import type { UndeliveredPress } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const SHOWN_AT_MOST = 100;
/** A press that is being handed over right now is no alarm yet. */
const ON_ITS_WAY_MS = 1_000;

/**
 * The presses that AURA does not have, for those who must act: each stays until somebody acknowledges it,
 * and while it is still being sent it stays after that too, with the name of who has it.
 */
export const listUndelivered = verb('press.list_undelivered', z.object({}), async () => {
  const at = now();
  const [open, taken] = await Promise.all([
    listUnacknowledged(new Date(at.getTime() - ON_ITS_WAY_MS), SHOWN_AT_MOST),
    listTakenUp(new Date(at.getTime() - ACKNOWLEDGED_SHOWN_MS), SHOWN_AT_MOST),
  ]);
  return ok({ asOf: at.toISOString(), presses: [...open, ...taken].flatMap(toUndelivered) });
});

function toUndelivered(row: Awaited<ReturnType<typeof listUnacknowledged>>[number]): UndeliveredPress[] {
  const { press, name, surname, mobile, acknowledgedBy } = row;
  if (press.state === 'delivered' || press.state === 'withdrawn') return [];
  return [
    {
      pressId: press.id,
      kind: press.kind,
      state: press.state,
      problem: press.lastProblem,
      attempts: press.attempts,
      receivedAt: press.receivedAt.toISOString(),
      person: { name, surname, mobile },
      acknowledged:
        press.acknowledgedAt && acknowledgedBy
          ? { by: acknowledgedBy, at: press.acknowledgedAt.toISOString() }
          : null,
    },
  ];
}
