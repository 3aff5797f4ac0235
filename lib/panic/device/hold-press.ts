import 'server-only';
import { asFix } from '#lib/geo/model.ts';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { announcingOverdue } from '#lib/panic/device/announce-overdue.ts';
import { raiseWithoutDatabase } from '#lib/panic/journal/raise-without-database.ts';
import { recoverJournal } from '#lib/panic/journal/recover-journal.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/model.ts';
import type { NewPress } from '#lib/panic/store.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

// A held press waits in this process for the end of its grace. Should the process die, the press is no less safe: the
// worker finds it due in the database, and the next app on this machine in its journal.

/** Beyond the call to AURA: claiming the press, and writing the answer down. */
const WRITING_MS = 1_000;

/** The presses that the database holds and this process sends, as they stand. */
const heldHere = () => processSingleton('held-presses', () => new Map<string, NewPress>());

/** The presses whose grace is over and that this process hands over right now. */
const underWay = () => processSingleton('held-under-way', () => new Map<string, Promise<void>>());

/** Hands a press that the database holds to AURA when its grace is over. */
export function deliverAfterGrace(actor: PersonActor, press: NewPress, graceMs: number): void {
  heldHere().set(press.id, press);
  after(graceMs, async () => {
    const held = heldHere().get(press.id);
    if (!held) return;
    heldHere().delete(press.id);
    const delivering = announcingOverdue(held, () => deliver(actor, held));
    underWay().set(press.id, delivering);
    await delivering.finally(() => underWay().delete(press.id));
  });
}

/** Waits for what a press comes to that this process hands over right now. */
export async function afterDelivery(pressId: string): Promise<void> {
  // What went wrong is logged there; who waits reads what is true of the press.
  await underWay()
    .get(pressId)
    ?.catch(() => undefined);
}

/** The database may have gone away within the grace: then the press goes on without it, as any other. */
async function deliver(actor: PersonActor, press: NewPress): Promise<void> {
  const { id: pressId } = press;
  try {
    const delivering = deliverPress(systemActor('press.raise'), { pressId, deadlineMs: REQUEST_BUDGET_MS });
    await withTimeout(delivering, REQUEST_BUDGET_MS + WRITING_MS);
  } catch (error) {
    log.error({ error: describeError(error), pressId }, 'held press goes on without the database');
    await raiseWithoutDatabase(actor, { ...press, sendsAt: null }, REQUEST_BUDGET_MS);
  }
}

/** Takes a better position for a press that waits here. */
export function betterHeld(press: NewPress): void {
  const held = heldHere().get(press.id);
  if (held) heldHere().set(press.id, { ...held, ...asFix(press), lastProblem: null });
}

/** The press was taken back: this process sends it no more, whatever becomes of the database. */
export function forgetHeld(pressId: string): void {
  heldHere().delete(pressId);
}

/** Hands a press that only the journal holds to AURA when its grace is over. */
export function recoverAfterGrace(graceMs: number): void {
  after(graceMs, () => recoverJournal(systemActor('press.recover'), {}));
}

function after(ms: number, send: () => Promise<unknown>): void {
  setTimeout(() => inBackground('sending a held press', send), ms).unref();
}
