import { deviceOf, isApart, isHelpOfAnother } from './invariants.ts';
import { type Device, note, type TrueCallout, violated, type World } from './world.ts';

/** The invariants at rest: faults are over, and everything has had time to end. */
export function checkRest(world: World) {
  for (const press of world.database.presses.values()) {
    if (press.state === 'recorded') violated(world, 'ends', `${press.id} has not ended`);
    else if (press.lease) violated(world, 'ends', `${press.id} is ${press.state}, and in somebody’s hands`);
  }
  if (world.processes.some(({ journal }) => journal.size > 0))
    violated(world, 'ends', 'a journal is not empty');
  for (const callout of world.aura.callouts) {
    if (!callout.isOpen || callout.isCancelled) continue;
    const press = world.database.presses.get(callout.byPress);
    if (!world.database.callouts.has(callout.id)) {
      violated(world, 'true', `callout ${callout.id} is open, and nobody here knows it`);
    } else if (
      press?.withdrawRequestedAt &&
      press.state !== 'delivered' &&
      !isHelpOfAnother(world, press, callout)
    ) {
      if (isOthersHelp(world, callout)) continue;
      // Its press ended with another callout, or reached the database only after this one was made.
      const isElder = callout.madeAtMs < (deviceOf(world, press.id)?.arrivedAtMs ?? 0);
      const isSecond = (press.calloutId !== null || isElder) && isApart(world, press.id);
      const isUnwritten = world.unwritten.has(press.id) ? 'bad_disk' : null;
      const wasHidden =
        world.aura.listDelayMs > 0 && world.exceptions.has('late_list') ? 'late_list' : isUnwritten;
      const excuse = callout.excuse ?? (isSecond ? 'journal_apart' : wasHidden);
      if (excuse) {
        note(world, excuse);
        continue;
      }
      violated(world, 'taken back', `${press.id} was taken back, and callout ${callout.id} is open`);
    }
  }
  for (const device of world.devices) checkWithdrawal(world, device);
}

/** Another press was delivered by it, by its row or by a receipt. */
function isOthersHelp(world: World, { id, byPress }: TrueCallout): boolean {
  for (const press of world.database.presses.values()) {
    if (press.calloutId === id && press.state === 'delivered') return true;
  }
  return world.devices.some(({ pressId, helpedBy }) => pressId !== byPress && helpedBy.has(id));
}

function checkWithdrawal(world: World, { pressId, withdrawalHeardAtMs, heard }: Device) {
  const row = world.database.presses.get(pressId);
  if (withdrawalHeardAtMs === null || row?.state !== 'delivered' || heard.has('delivered')) return;
  if (isApart(world, pressId) && world.planted !== 'withdrawal_lost_in_recovery')
    return note(world, 'journal_apart');
  violated(world, 'taken back', `the wish to take ${pressId} back was forgotten`);
}
