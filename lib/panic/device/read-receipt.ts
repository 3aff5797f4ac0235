import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { entryReceipt } from '#lib/panic/core/journal.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import { trackingUrlOf } from '#lib/panic/journal/entry-raised.ts';
import { readEntry } from '#lib/panic/journal/journal.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { findPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { withHostedPage } from './hosted-page.ts';
import { shownReceipt } from './shown-receipt.ts';

/** How long the database may take where the journal has the press, and where nothing else has it. */
const BESIDE_JOURNAL_MS = 1_000;
const ALONE_MS = 3_000;

/** The receipt of a press for its person, from the database or the journal. */
export const readReceipt = verb(
  'press.read_receipt',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }) => {
    const entry = await readKept(pressId);
    const isKept = entry !== null && entry !== 'unreadable';
    const withinMs = isKept ? BESIDE_JOURNAL_MS : ALONE_MS;
    // A token that may be revoked reads the journal's presses, and none of the database.
    const { press, isAnswered } =
      actor.uncheckedEdition === null ? await askDatabase(pressId, withinMs) : SILENT;
    if (press?.personId === actor.personId) {
      const receipt = receiptFor(press, { at: now(), expiryMinutes: env.PRESS_EXPIRY_MINUTES });
      return ok(await withHostedPage(actor, await shownReceipt(actor.personId, receipt), null));
    }
    if (press) {
      await auditRefusal(actor, { action: 'press.forge', subject: pressId });
      return refuse('press.not_found');
    }
    if (entry === 'unreadable') return refuse('server.unavailable');
    if (entry?.personId === actor.personId) {
      const receipt = entryReceipt(entry, now(), env.PRESS_EXPIRY_MINUTES);
      return ok(await withHostedPage(actor, receipt, trackingUrlOf(entry)));
    }
    // Without an answer of the database it is not known to be absent.
    return refuse(isAnswered ? 'press.not_found' : 'server.unavailable');
  },
);

/** The journal's entry, `unreadable` when it was sealed with another key or the disk does not give it. */
async function readKept(pressId: string) {
  try {
    return await readEntry(pressId);
  } catch (error) {
    // The recovery reports it once; a page asks again and again.
    log.warn({ error: describeError(error), pressId }, 'receipt read without the journal');
    return 'unreadable';
  }
}

const SILENT = { isAnswered: false, press: null };

async function askDatabase(pressId: string, withinMs: number) {
  try {
    return { isAnswered: true, press: await withTimeout(findPress(pressId), withinMs) };
  } catch (error) {
    log.warn({ error: describeError(error) }, 'receipt read from the journal alone');
    return SILENT;
  }
}
