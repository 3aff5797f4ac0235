import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { refreshMessages } from './refresh-messages.ts';
import { claimRead, listDueForRead } from './stream-store.ts';

/** Reads per round, independent of the number of conversations and viewers. */
const READ_A_ROUND = 10;
const CONCURRENCY = 4;
/** Reserve in the rate limit. */
const RESERVE = 10;

/**
 * A round over conversations last read before `before`: watched first, then the longest not read. Returns the number.
 */
export const followConversations = verb(
  'message.follow',
  z.object({ before: z.date() }),
  async (actor, { before }) => {
    const due = await listDueForRead(before, now(), READ_A_ROUND);
    const read = await mapConcurrent(due, CONCURRENCY, async (calloutId) => {
      if (!(await acquireRateToken({ reserve: RESERVE })) || !(await claimRead(calloutId, before, now())))
        return false;
      return (await refreshMessages(actor, { calloutId })).ok;
    });
    return ok({ read: read.filter(Boolean).length });
  },
);
