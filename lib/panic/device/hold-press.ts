import 'server-only';
import { systemActor } from '#lib/identity/actor.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { sendHeld, type Unaddressed } from '#lib/panic/core/raise.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { holdHere, sendHere } from '#lib/panic/held-here.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { inPressSpan } from '#lib/platform/trace.ts';

// A held press waits in this process for the end of its grace. If the process dies, the worker finds the press due in
// the database, or the next app on this machine in its journal.

/** Delivers a held press of the database at the end of its grace. */
export function deliverAfterGrace(entry: Unaddressed, graceMs: number): void {
  const { pressId, personId } = entry;
  holdHere(entry);
  after(graceMs, () =>
    sendHere(pressId, async (held) => {
      const request = { id: pressId, personId };
      await inPressSpan(pressId, 'press.deliver', () =>
        carryOut(sendHeld(pressId, held, moment()), REQUEST_BUDGET_MS, request),
      );
    }),
  );
}

/** Delivers a held press of the journal at the end of its grace. */
export function recoverAfterGrace(graceMs: number): void {
  after(graceMs, () => recoverJournal(systemActor('press.recover'), {}));
}

function after(ms: number, send: () => Promise<unknown>): void {
  setTimeout(() => inBackground('sending a held press', send), ms).unref();
}
