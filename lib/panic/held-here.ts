import 'server-only';
import type { Fix } from '#lib/geo/model.ts';
import type { Unaddressed } from '#lib/panic/core/raise.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Presses that the database holds for their grace and this process sends at its end, as they would go without it.

const heldHere = () => processSingleton('held-presses', () => new Map<string, Unaddressed>());

/** The presses whose grace is over and that this process hands over right now. */
const underWay = () => processSingleton('held-under-way', () => new Map<string, Promise<void>>());

export function holdHere(entry: Unaddressed): void {
  heldHere().set(entry.pressId, entry);
}

/** Takes a better position for a press that waits here. */
export function betterHeld(pressId: string, fix: Fix): void {
  const held = heldHere().get(pressId);
  if (held) heldHere().set(pressId, { ...held, fix, lastProblem: null });
}

/** The press was taken back or sent: this process sends it no more by itself, whatever becomes of the database. */
export function letGo(pressId: string): null {
  heldHere().delete(pressId);
  return null;
}

/** Hands a press over whose grace is over, unless it was let go. */
export async function sendHere(pressId: string, send: (entry: Unaddressed) => Promise<void>): Promise<void> {
  const held = heldHere().get(pressId);
  if (!held) return;
  heldHere().delete(pressId);
  const sending = send(held);
  underWay().set(pressId, sending);
  await sending.finally(() => underWay().delete(pressId));
}

/** Waits for what a press comes to that this process hands over right now. */
export async function afterDelivery(pressId: string): Promise<void> {
  // What went wrong is logged there; who waits reads what is true of the press.
  await underWay()
    .get(pressId)
    ?.catch(() => undefined);
}
