import 'server-only';
import { z } from 'zod';
import { newestPlace } from '#lib/callouts/facts-model.ts';
import type { UndeliveredPress } from '#lib/console/attention/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { ON_ITS_WAY_MS, sendingOf } from '#lib/panic/core/model.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { openedMobile } from '#lib/platform/unopened.ts';
import { foldRepeats } from './model.ts';
import { countNeedy, listNeedy } from './undelivered-store.ts';

/** A bad hour of a large deployment; bounds the page. */
const MAX_SHOWN = 1_000;

/** Undelivered presses for operators, until AURA has them or an outcome was set. Repeats of one person are grouped. */
export const listUndelivered = verb('press.list_undelivered', z.object({}), async () => {
  const at = now();
  const overdue = new Date(at.getTime() - ON_ITS_WAY_MS);
  const rows = await listNeedy(overdue, MAX_SHOWN);
  const all = rows.length === MAX_SHOWN ? await countNeedy(overdue) : rows.length;
  return ok({
    asOf: at.toISOString(),
    presses: foldRepeats(
      rows.flatMap((row) => toUndelivered(row, at).map((press) => ({ press, personId: row.press.personId }))),
    ),
    more: Math.max(0, all - rows.length),
  });
});

type UndeliveredRow = Awaited<ReturnType<typeof listNeedy>>[number];

function toUndelivered(row: UndeliveredRow, at: Date): UndeliveredPress[] {
  const { press, name, surname, mobile, customerId, acknowledged } = row;
  const place = newestPlace(null, { ...press, measuredAt: press.fixedAt });
  if (press.state === 'delivered' || press.state === 'withdrawn') return [];
  return [
    {
      pressId: press.id,
      kind: press.kind,
      state: press.state,
      problem: press.lastProblem,
      sending: sendingOf({ ...press, hasFix: place !== null }, at, env.PRESS_EXPIRY_MINUTES),
      withdrawRequestedAt: press.withdrawRequestedAt?.toISOString() ?? null,
      attempts: press.attempts,
      receivedAt: press.receivedAt.toISOString(),
      person: { name, surname, mobile: openedMobile(mobile) },
      customerId,
      responseTypeId: press.responseTypeId,
      place: place && {
        latitude: place.latitude,
        longitude: place.longitude,
        accuracy: place.accuracy,
        measuredAt: place.measuredAt,
      },
      repeats: [],
      newestAt: press.receivedAt.toISOString(),
      acknowledged: acknowledged?.at ? { by: acknowledged.by, at: acknowledged.at.toISOString() } : null,
    },
  ];
}
