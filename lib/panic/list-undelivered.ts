import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { asFix } from '#lib/geo/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { countUnacknowledged, listTakenUp, listUnacknowledged } from '#lib/panic/board-store.ts';
import { ACKNOWLEDGED_SHOWN_MS, foldRepeats, ON_ITS_WAY_MS, sendingOf } from '#lib/panic/model.ts';
import type { UndeliveredPress } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

/** A bad hour of a large deployment; nobody reads further, and the page must not grow without end. */
const SHOWN_AT_MOST = 1_000;

/**
 * The presses that AURA does not have, for those who must act: each stays until somebody acknowledges it,
 * and while it is still being sent it stays after that too, with the name of who has it. What a person pressed
 * again meanwhile stands beside their first.
 */
export const listUndelivered = verb('press.list_undelivered', z.object({}), async () => {
  const at = now();
  const overdue = new Date(at.getTime() - ON_ITS_WAY_MS);
  const [open, taken] = await Promise.all([
    listUnacknowledged(overdue, SHOWN_AT_MOST),
    listTakenUp(new Date(at.getTime() - ACKNOWLEDGED_SHOWN_MS), SHOWN_AT_MOST),
  ]);
  const all = open.length === SHOWN_AT_MOST ? await countUnacknowledged(overdue) : open.length;
  return ok({
    asOf: at.toISOString(),
    presses: [...toAlarms(open, at), ...toAlarms(taken, at)],
    more: Math.max(0, all - open.length),
  });
});

type UndeliveredRow = Awaited<ReturnType<typeof listUnacknowledged>>[number];

function toAlarms(rows: readonly UndeliveredRow[], at: Date): UndeliveredPress[] {
  return foldRepeats(
    rows.flatMap((row) => toUndelivered(row, at).map((press) => ({ press, personId: row.press.personId }))),
  );
}

function toUndelivered(row: UndeliveredRow, at: Date): UndeliveredPress[] {
  const { press, name, surname, mobile, acknowledgedBy } = row;
  if (press.state === 'delivered' || press.state === 'withdrawn') return [];
  return [
    {
      pressId: press.id,
      kind: press.kind,
      state: press.state,
      problem: press.lastProblem,
      sending: sendingOf({ ...press, hasFix: asFix(press) !== null }, at, env.PRESS_EXPIRY_MINUTES),
      withdrawRequestedAt: press.withdrawRequestedAt?.toISOString() ?? null,
      attempts: press.attempts,
      receivedAt: press.receivedAt.toISOString(),
      person: { name, surname, mobile },
      repeats: [],
      acknowledged:
        press.acknowledgedAt && acknowledgedBy
          ? { by: acknowledgedBy, at: press.acknowledgedAt.toISOString() }
          : null,
    },
  ];
}
