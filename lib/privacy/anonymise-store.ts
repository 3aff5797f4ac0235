import 'server-only';
import { anonymiseCallouts } from '#lib/callouts/records.ts';
import { eraseNotes } from '#lib/console/notes/records.ts';
import { ensureNobody } from '#lib/customers/records.ts';
import { transaction } from '#lib/db/database.ts';
import { eraseFromCancellations } from '#lib/following/cancellations/records.ts';
import { eraseMessages } from '#lib/following/messages/records.ts';
import { eraseFromOutcomes } from '#lib/following/outcomes/records.ts';
import { deleteFixesOf, erasePositions } from '#lib/following/positions/records.ts';
import { eraseContactTexts, eraseShareLinks } from '#lib/following/sharing/records.ts';
import { anonymisePresses } from '#lib/panic/records.ts';
import { deleteEventsAbout } from '#lib/webhooks/records.ts';

/** Rows of one statement: short enough that nobody waits for its locks. */
export const BATCH = 2_000;
/** Callouts of one transaction. */
const CALLOUTS_AT_ONCE = 20;

/** Makes closed callouts nobody's, with all that was said and seen in them, a few at a time. */
export async function anonymiseInBatches(next: (limit: number) => Promise<number[]>): Promise<number> {
  return inBatches(
    () => next(CALLOUTS_AT_ONCE),
    async (ids) => {
      // A trail may be long: it goes first, by statements of its own.
      while ((await deleteFixesOf(ids, BATCH)) === BATCH);
      await transaction(async (tx) => {
        await ensureNobody(tx);
        await erasePositions(tx, ids);
        await eraseMessages(tx, ids);
        await eraseFromCancellations(tx, ids);
        await eraseContactTexts(tx, ids);
        await eraseShareLinks(tx, ids);
        await eraseFromOutcomes(tx, ids);
        await eraseNotes(tx, ids);
        await deleteEventsAbout(tx, ids);
        await anonymiseCallouts(tx, ids);
      });
    },
  );
}

/** Makes presses that are over nobody's. */
export async function anonymisePressesInBatches(next: (limit: number) => Promise<string[]>): Promise<number> {
  return inBatches(
    () => next(BATCH),
    (ids) =>
      transaction(async (tx) => {
        await ensureNobody(tx);
        await anonymisePresses(tx, ids);
      }),
  );
}

async function inBatches<Id>(next: () => Promise<Id[]>, work: (ids: Id[]) => Promise<void>): Promise<number> {
  let done = 0;
  for (;;) {
    const ids = await next();
    if (ids.length === 0) return done;
    await work(ids);
    done += ids.length;
  }
}
