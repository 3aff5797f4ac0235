import type { Fix } from '#lib/geo/model.ts';
import { adopt } from '#lib/panic/core/adopt.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { entryReceipt, tryEntry } from '#lib/panic/core/journal.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { andThen, ask, done, type Next } from '#lib/panic/core/next.ts';
import type { Press } from '#lib/panic/core/press.ts';
import { deliver, raise, sendHeld } from '#lib/panic/core/raise.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import { handOver } from '#lib/panic/core/recover.ts';
import { sendNow, withdraw } from '#lib/panic/core/withdraw.ts';
import * as aura from './aura.ts';
import { checkHeard } from './invariants.ts';
import {
  type Device,
  EXPIRY_MINUTES,
  momentOf,
  type Outcome,
  type Process,
  say,
  type Task,
  type World,
} from './world.ts';

// Starts tasks: requests, timers, jobs.

function start(
  world: World,
  process: Process,
  {
    pressId,
    what,
    next,
    isAwaited = false,
    holdsEntry = false,
  }: Pick<Task, 'pressId' | 'what' | 'next'> & Partial<Pick<Task, 'isAwaited' | 'holdsEntry'>>,
) {
  say(world, `${process.name} begins: ${what} ${pressId}`);
  const fresh = {
    isAbandoned: false,
    isWithoutDatabase: false,
    lookedAtMs: 0,
    datedMs: 0,
    looks: 0,
    effects: 0,
  };
  world.tasks.push({ process, pressId, what, next, isAwaited, holdsEntry, ...fresh });
}

const nothing = (next: Next<unknown>, world: World, process: Process): Next<Outcome> =>
  andThen(next, momentOf(world, process), () => done<Outcome>(null));

function freshPress(device: Device, process: Process, world: World, fix: Fix | null): Press {
  const { pressId: id, personId, kind, graceMs } = device;
  const receivedAt = new Date(world.ms + process.skewMs);
  const unsent = { attempts: 0, outcomeUnknownSince: null, lastAttemptAt: null, withdrawRequestedAt: null };
  return {
    ...{ id, personId, kind, state: 'recorded', receivedAt, fix, ...unsent },
    sendsAt: graceMs > 0 ? new Date(receivedAt.getTime() + graceMs) : null,
    lastProblem: fix ? null : 'no_location',
    // A repeat within the grace chooses another kind of help.
    responseTypeId: (device.nudges % 2) + 1,
    ...{ settledAt: null, calloutId: null, dueAt: receivedAt, lease: null },
  };
}

function freshEntry(press: Press, customerId: number): JournalEntry {
  const { id: pressId, personId, kind, receivedAt, sendsAt, fix, responseTypeId, lastProblem } = press;
  return {
    ...{ pressId, personId, customerId, kind, pressedAt: receivedAt, receivedAt, sendsAt, fix, lastProblem },
    ...{ state: 'recorded', attempts: 0, lastAttemptAt: null, outcomeUnknownSince: null, settledAt: null },
    ...{
      responseTypeId,
      withdrawRequestedAt: null,
      uncheckedEdition: null,
      uncheckedDevice: null,
      callout: null,
    },
  };
}

/** One running app; null while there is none. */
function anApp(world: World): Process | null {
  const apps = world.processes.filter(({ isApp, isUp }) => isApp && isUp);
  return apps[world.choices.next(Math.max(1, apps.length))] ?? null;
}

/** A device presses, repeats, withdraws, sends now or reads its receipt. */
export function actAsDevice(world: World) {
  const { choices, devices } = world;
  const device = devices[choices.next(devices.length)];
  const process = anApp(world);
  if (!device || !process) return;
  if (device.pressedAtMs === null) {
    if (choices.next(24) === 23) return withdrawPress(world, device, process);
    return sendPress(world, device, process, device.fix);
  }
  // The theme of withdrawals draws them more often.
  const chosen = world.theme === 'withdrawing' ? choices.next(5) + 2 : choices.next(10);
  if (chosen < 3) return sendPress(world, device, process, chosen === 0 ? device.fix : device.laterFix);
  if (chosen < 6) return withdrawPress(world, device, process);
  if (chosen < 7) return release(world, device, process);
  readReceipt(world, device, process);
}

function sendPress(world: World, device: Device, process: Process, fix: Fix | null) {
  const { pressId } = device;
  // Single flight, as in `raisePress`.
  const isUnderWay = world.tasks.some(
    (task) => task.process === process && task.pressId === pressId && task.what === 'raise' && task.isAwaited,
  );
  if (isUnderWay) return;
  if (device.pressedAtMs !== null) device.nudges += 1;
  device.pressedAtMs ??= world.ms;
  const press = freshPress(device, process, world, fix);
  start(world, process, {
    pressId,
    what: 'raise',
    next: raise(press, freshEntry(press, device.customerId)),
    isAwaited: true,
  });
  if (world.planted === 'answered_before_commit') device.heard.add('recorded');
}

const askingOf = ({ pressId, personId }: Device) => ({ pressId, personId, isUnchecked: false });

function withdrawPress(world: World, device: Device, process: Process) {
  device.isWithdrawalRequested = true;
  device.nudges += 1;
  const next = withdraw(askingOf(device), momentOf(world, process));
  start(world, process, { pressId: device.pressId, what: 'withdraw', next, isAwaited: true });
}

function release(world: World, device: Device, process: Process) {
  device.isReleased = true;
  device.nudges += 1;
  const { pressId } = device;
  start(world, process, { pressId, what: 'send', next: sendNow(askingOf(device)), isAwaited: true });
}

function readReceipt(world: World, device: Device, process: Process) {
  const { pressId } = device;
  const journal = () => {
    const entry = process.journal.get(pressId);
    return done<Outcome>(entry ? { kind: 'entry', entry, isNew: false } : { kind: 'unavailable' });
  };
  const next = ask<'find', Outcome>(
    'find',
    { pressId },
    (press) => (press ? done<Outcome>({ kind: 'press', press }) : journal()),
    journal,
  );
  start(world, process, { pressId, what: 'read', next, isAwaited: true });
}

/** Answers a request, unless its answer is lost. */
export function answer(world: World, task: Task, result: Outcome) {
  const { process, pressId } = task;
  const device = world.devices.find((candidate) => candidate.pressId === pressId);
  if (!device || !result) return;
  if (result.kind === 'held') {
    const atMs = result.press.sendsAt?.getTime() ?? world.ms;
    process.held.set(pressId, { entry: freshEntry(result.press, device.customerId), atMs });
  }
  if (!task.isAwaited) return;
  if (!world.areFaultsOver && world.choices.next(12) === 11)
    return say(world, `the answer to ${pressId} is lost`);
  if (result.kind === 'entry')
    hear(world, device, entryReceipt(result.entry, momentOf(world, process).at, EXPIRY_MINUTES), true);
  if (result.kind === 'press' || result.kind === 'held') {
    hear(world, device, receiptFor(result.press, momentOf(world, process)), false);
  }
}

function hear(world: World, device: Device, receipt: ReturnType<typeof receiptFor>, fromJournal: boolean) {
  const { state, withdrawRequestedAt } = receipt;
  say(world, `the device hears: ${device.pressId} is ${state}${withdrawRequestedAt ? ', taken back' : ''}`);
  device.heard.add(state);
  if (withdrawRequestedAt) device.withdrawalHeardAtMs ??= world.ms;
  if (state === 'withdrawn') device.withdrawnAtMs ??= world.ms;
  checkHeard(world, device, receipt, fromJournal);
}

/** The worker takes a due press, or any, as for a job that is delivered late or twice. */
export function workPress(world: World, onlyDue: boolean): boolean {
  const { choices, database, processes } = world;
  const workers = processes.filter(({ isApp, isUp }) => !isApp && isUp);
  const process = workers[choices.next(Math.max(1, workers.length))];
  if (!process || !database.isUp) return false;
  const open: Press[] = [];
  for (const press of database.presses.values()) {
    const isFree = !press.lease || press.lease.until.getTime() < world.ms;
    if (press.state === 'recorded' && isFree && (!onlyDue || press.dueAt.getTime() <= world.ms))
      open.push(press);
  }
  const press = open[choices.next(Math.max(1, open.length))];
  if (!press) return false;
  const next = nothing(deliver(press.id, REQUEST_BUDGET_MS), world, process);
  start(world, process, { pressId: press.id, what: 'job', next });
  return true;
}

/** Tasks whose press the recovery skips. */
const LEFT_BY_RECOVERY = ['raise', 'end of grace', 'recover'];

/** An app sends a press whose grace is over, or goes over its journal. False when there is nothing to do. */
export function tickApp(world: World, process: Process): boolean {
  for (const [pressId, { entry, atMs }] of process.held) {
    if (atMs > world.ms) continue;
    process.held.delete(pressId);
    const next = nothing(sendHeld(pressId, entry, momentOf(world, process)), world, process);
    start(world, process, { pressId, what: 'end of grace', next });
    return true;
  }
  for (const entry of process.journal.values()) {
    const { pressId } = entry;
    const isBusy = world.tasks.some(
      (task) => task.process === process && task.pressId === pressId && LEFT_BY_RECOVERY.includes(task.what),
    );
    if (isBusy) continue;
    const isBack = world.database.isUp;
    const next = isBack ? handOver(entry, entry, momentOf(world, process)) : tryEntry(pressId);
    start(world, process, {
      pressId,
      what: isBack ? 'recover' : 'retry',
      next: nothing(next, world, process),
      holdsEntry: isBack,
    });
    return true;
  }
  return false;
}

/** The elected worker reads AURA's list and adopts unlinked callouts. */
export function poll(world: World) {
  const process = world.processes.find(({ isApp, isUp }) => !isApp && isUp);
  if (!process || !world.database.isUp) return;
  const listed = aura.list(world);
  if (!listed) return;
  for (const known of world.aura.callouts) {
    const kept = known.isOpen ? undefined : world.database.callouts.get(known.id);
    if (kept) kept.stage = 'closed';
  }
  if (world.planted === 'not_adopted') return;
  for (const { customerId, callout } of listed.active) {
    if (world.database.callouts.has(callout.calloutId)) continue;
    const person = world.devices.find((device) => device.customerId === customerId);
    if (!person) continue;
    const next = nothing(adopt(person.personId, callout, momentOf(world, process).at), world, process);
    start(world, process, { pressId: `callout ${callout.calloutId}`, what: 'adopt', next });
  }
}
