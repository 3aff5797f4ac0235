import 'server-only';
import type { Fix } from '#lib/geo/model.ts';
import type { Unaddressed } from '#lib/panic/core/raise.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Held presses of the database that this process sends at the end of their grace, as journal entries in case the
// database is away by then.

const heldHere = () => processSingleton('held-presses', () => new Map<string, Unaddressed>());

/** Running deliveries of presses whose grace is over. */
const underWay = () => processSingleton('held-under-way', () => new Map<string, Promise<void>>());

export function holdHere(entry: Unaddressed): void {
  heldHere().set(entry.pressId, entry);
}

/** Gives a held press a better position. */
export function betterHeld(pressId: string, fix: Fix): void {
  const held = heldHere().get(pressId);
  if (held) heldHere().set(pressId, { ...held, fix, lastProblem: null });
}

/** Gives a held press another kind of help. */
export function chooseHeld(pressId: string, responseTypeId: number): void {
  const held = heldHere().get(pressId);
  if (held) heldHere().set(pressId, { ...held, responseTypeId });
}

/** The press was withdrawn or sent: this process no longer sends it at the end of its grace. */
export function letGo(pressId: string): null {
  heldHere().delete(pressId);
  return null;
}

/** Sends a press whose grace is over, unless it was let go. */
export async function sendHere(pressId: string, send: (entry: Unaddressed) => Promise<void>): Promise<void> {
  const held = heldHere().get(pressId);
  if (!held) return;
  heldHere().delete(pressId);
  const sending = send(held);
  underWay().set(pressId, sending);
  await sending.finally(() => underWay().delete(pressId));
}

/** Waits for a running delivery of the press. */
export async function afterDelivery(pressId: string): Promise<void> {
  // A failure is logged by the delivery; the caller reads the press afterwards.
  await underWay()
    .get(pressId)
    ?.catch(() => undefined);
}
