import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { receiptOf } from '#lib/panic/model.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { findPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** What is true of a press right now, for the person who pressed it. */
export const readReceipt = verb(
  'press.read_receipt',
  z.object({ pressId: pressIdField }),
  async (actor, input) => {
    const press = await findPress(input.pressId);
    return press?.personId === actor.personId ? ok(receiptOf(press, now())) : refuse('press.not_found');
  },
);
