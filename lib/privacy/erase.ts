import 'server-only';
import { tellPerson } from '#lib/customers/registration/tell-person.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { noteEdition } from '#lib/identity/press-token-editions.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { carryOut, LEASE_MS } from './carry-out.ts';
import { beginErasure, claimErasure } from './erasure-store.ts';

/** Most are through by then; the answer does not wait for a long trail, or for AURA. */
const ANSWER_MS = 8_000;

type Erased = { id: string; mobile: string; language: string | null; deletedAt: Date | null };

/** Begins the erasure and goes on with it at once; the worker finishes what this process does not. */
export async function erase(
  actor: Actor,
  { id: personId, mobile, language, deletedAt }: Erased,
): Promise<Result<{ erasureId: string }, 'data.alarm_open' | 'customer.erased'>> {
  const begun = await beginErasure(actor, personId, now());
  if (begun.kind === 'open') return refuse('data.alarm_open');
  if (begun.kind !== 'begun') return refuse('customer.erased');
  const { erasureId, edition } = begun;
  // Applies to this process at once, without waiting for the notification.
  noteEdition({ personId, edition });
  // The mobile of a deleted customer may be somebody else's by now.
  if (deletedAt === null) tellPerson({ mobile, language }, 'erase');
  try {
    await withTimeout(goOn(erasureId), ANSWER_MS);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'an erasure is left to the worker');
  }
  return ok({ erasureId });
}

async function goOn(erasureId: string): Promise<void> {
  const row = await claimErasure(erasureId, LEASE_MS);
  if (row) await carryOut(row);
}
