import 'server-only';
import { listClosedOf } from '#lib/callouts/records.ts';
import { removeCustomer } from '#lib/customers/directory/aura.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { listPressesOf } from '#lib/panic/records.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { now } from '#lib/platform/clock.ts';
import { deleteEventsOf } from '#lib/webhooks/records.ts';
import { anonymiseInBatches, anonymisePressesInBatches, BATCH } from './anonymise-store.ts';
import {
  type ErasureRow,
  findErasure,
  finishErasure,
  releaseErasure,
  settleErasure,
} from './erasure-store.ts';

/** A million positions are deleted within it; after a crash another process goes on then. */
export const LEASE_MS = 300_000;
/** An alarm that came in after the erasure had begun is looked at again. */
const IN_NEED_MS = 60_000;
const BACKOFF = { firstMs: 60_000, longestMs: 6 * 3_600_000 };

/**
 * Erases a person: first here, alarm by alarm, then at AURA. Each step may be repeated, so a crash leaves nothing half
 * done for ever. The caller holds the claim.
 */
export async function carryOut(row: ErasureRow): Promise<void> {
  const { id, personId } = row;
  if (!row.erasedAt) {
    await anonymiseInBatches((limit) => listClosedOf(personId, limit));
    await anonymisePressesInBatches((limit) => listPressesOf(personId, limit));
    const customerId = row.auraCustomerId;
    while (customerId !== null && (await deleteEventsOf(customerId, BATCH)) === BATCH);
    if (!(await finishErasure(row, now()))) return releaseErasure(row, IN_NEED_MS);
  }
  const isTold = row.auraCustomerId === null || (await removeCustomer(row.auraCustomerId)).ok;
  if (!isTold) return releaseErasure(row, backoffMs(row.attempts, Math.random(), BACKOFF));
  await settleErasure(row, now());
  if ((await findErasure(id))?.auraDeletedAt)
    await audit(systemActor('erasure.carry_out'), { action: 'person.erased', subject: personId, detail: id });
}
