import { actAsDevice, answer, poll, tickApp, workPress } from './actions.ts';
import * as aura from './aura.ts';
import type { Choices } from './choices.ts';
import { carryOutLate, step } from './effects.ts';
import type { PlantedFault } from './faults.ts';
import { checkStep } from './invariants.ts';
import { makeWorld } from './make-world.ts';
import { checkRest } from './rest.ts';
import { EXPIRY_MS, type Exception, say, type Task, type Theme, violated, type World } from './world.ts';

// One schedule: a world, forty steps with faults, then time without faults until everything has ended.

export const STEPS = 40;
/** Enough for everything to end; a world that needs more counts as endless. */
const MOST_STEPS_AFTER = 6_000;

/** How many effects of one task run in a row. */
const A_BURST = 4;
/** How often AURA's list is read while something is open. */
const POLL_MS = 5_000;

export type Verdict = {
  violation: World['violation'];
  exceptions: ReadonlySet<Exception>;
  steps: number;
  history: readonly string[];
};

export function runSchedule(
  choices: Choices,
  planted: PlantedFault | null = null,
  withHistory = false,
): Verdict {
  const world = makeWorld(choices, planted, withHistory);
  while (world.steps < STEPS && !world.violation) {
    world.steps += 1;
    act(world);
    checkStep(world);
  }
  if (!world.violation) calmDown(world);
  const { violation, exceptions, steps, log } = world;
  return { violation, exceptions, steps, history: log ?? [] };
}

/** Cumulative percentages, in the order of `ACTS`. */
const OFTEN: Record<Theme, readonly number[]> = {
  anything: [52, 62, 70, 80, 84, 88, 91, 95, 97, 98],
  withdrawing: [52, 63, 74, 92, 93, 94, 94, 96, 97, 97],
  'without database': [50, 58, 62, 75, 82, 86, 92, 96, 98, 99],
};

/** One step of the world. The harmless choice continues the oldest task. */
function act(world: World) {
  const chosen = world.choices.next(100);
  if (chosen === 0 && world.tasks.length === 0) return;
  const index = OFTEN[world.theme].findIndex((below) => chosen < below);
  ACTS[index === -1 ? ACTS.length - 1 : index]?.(world);
}

const ACTS: readonly ((world: World) => unknown)[] = [
  goOn,
  passTime,
  (world) => workPress(world, world.choices.next(4) !== 3),
  actAsDevice,
  tickSomeApp,
  killOrStart,
  switchDatabase,
  troubleAura,
  carryOutLate,
  giveOutcome,
  poll,
];

function goOn(world: World) {
  const { tasks, choices } = world;
  if (tasks.length === 0)
    return world.devices.some(({ pressedAtMs }) => pressedAtMs === null)
      ? actAsDevice(world)
      : passTime(world);
  const task = tasks[choices.next(tasks.length)];
  if (!task) return;
  // Now and then one task gets far ahead of the others.
  const effects = choices.next(4) === 3 ? A_BURST : 1;
  for (let effect = 0; effect < effects && tasks.includes(task) && !isBlocked(world, task); effect += 1) {
    if (effect > 0) checkStep(world);
    runTask(world, task);
  }
}

/** Another task of this process holds the entry's lock. */
function isBlocked({ tasks }: World, task: Task): boolean {
  if (task.next.kind !== 'entry') return false;
  const { pressId } = task.next.asked;
  return tasks.some(
    (other) =>
      other !== task && other.holdsEntry && other.process === task.process && other.pressId === pressId,
  );
}

function runTask(world: World, task: Task) {
  const goesOn = step(world, task);
  if (goesOn && task.next.kind !== 'done') return;
  const index = world.tasks.indexOf(task);
  if (index !== -1) world.tasks.splice(index, 1);
  if (goesOn && task.next.kind === 'done') answer(world, task, task.next.result);
}

const LEAPS = [50, 400, 1_000, 2_500, 7_100, 10_100, 31_000, 300_000];

function passTime(world: World) {
  const chosen = world.choices.next(LEAPS.length + 4);
  const leap = LEAPS[chosen];
  if (leap !== undefined) return leapTo(world, world.ms + leap);
  const instant = nextInstant(world);
  // Up to the instant at which something is due, or just before.
  if (instant !== null) leapTo(world, instant + (chosen % 2 === 0 ? 1 : -1));
}

function leapTo(world: World, ms: number) {
  if (ms <= world.ms) return;
  world.ms = ms;
  // Stray requests arrive by their time, not after it.
  while (aura.arrive(world)) checkStep(world);
}

/** When something in the world is next due. */
function nextInstant({ ms, database, aura: { strays }, processes }: World): number | null {
  let next = Number.POSITIVE_INFINITY;
  const consider = (instant: number) => {
    if (instant > ms && instant < next) next = instant;
  };
  for (const press of database.presses.values()) {
    if (press.state !== 'recorded') continue;
    consider(
      press.lease ? Math.max(press.dueAt.getTime(), press.lease.until.getTime() + 1) : press.dueAt.getTime(),
    );
    consider(press.receivedAt.getTime() + EXPIRY_MS);
    if (press.sendsAt) consider(press.sendsAt.getTime());
  }
  for (const { atMs } of strays) consider(atMs);
  for (const { held } of processes) for (const { atMs } of held.values()) consider(atMs);
  return Number.isFinite(next) ? next : null;
}

function tickSomeApp(world: World) {
  const apps = world.processes.filter(({ isApp, isUp }) => isApp && isUp);
  const process = apps[world.choices.next(Math.max(1, apps.length))];
  if (process) tickApp(world, process);
}

function killOrStart(world: World) {
  const process = world.processes[world.choices.next(world.processes.length)];
  if (!process) return;
  process.isUp = !process.isUp;
  say(world, `${process.name} ${process.isUp ? 'starts' : 'is killed'}`);
  process.held.clear();
  process.calls.clear();
  world.tasks = world.tasks.filter((task) => task.process !== process);
}

function switchDatabase(world: World) {
  world.database.isUp = !world.database.isUp;
  say(world, world.database.isUp ? 'the database is back' : 'the database is away');
}

function troubleAura(world: World) {
  const chosen = world.choices.next(6);
  if (chosen > 2) return aura.close(world);
  world.aura.mode = chosen === 0 ? 'up' : chosen === 1 ? 'away' : 'refusing';
  say(world, `AURA is ${world.aura.mode}`);
}

function giveOutcome({ database, choices }: World) {
  const ended = [...database.presses.values()].filter(
    ({ state }) => state === 'expired' || state === 'rejected',
  );
  const press = ended[choices.next(Math.max(1, ended.length))];
  if (press && database.isUp) database.outcomes.add(press.id);
}

/** Ends all faults and runs until nothing is left to do. */
function calmDown(world: World) {
  say(world, 'faults are over');
  world.areFaultsOver = true;
  world.database.isUp = true;
  world.aura.mode = 'up';
  for (const process of world.processes) process.isUp = true;
  const lastMs = world.ms + EXPIRY_MS + 60_000;
  for (let step = 0; step < MOST_STEPS_AFTER && !world.violation; step += 1) {
    world.steps += 1;
    const isBusy = workOff(world);
    checkStep(world);
    if (isBusy) continue;
    const instant = nextInstant(world);
    const isAllKnown = world.aura.callouts.every(
      ({ id, isOpen }) => !isOpen || world.database.callouts.has(id),
    );
    if (world.ms > lastMs || (instant === null && isAllKnown)) break;
    leapTo(
      world,
      isAllKnown && instant !== null ? instant : Math.min(instant ?? Infinity, world.polledMs + POLL_MS),
    );
  }
  if (!world.violation && world.tasks.length > 0) violated(world, 'ends', 'a task does not end');
  if (!world.violation) checkRest(world);
}

/** Does the next thing that is due now; false when there is nothing. */
function workOff(world: World): boolean {
  const task = world.tasks.find((candidate) => !isBlocked(world, candidate));
  if (task) {
    runTask(world, task);
    return true;
  }
  if (carryOutLate(world)) return true;
  for (const process of world.processes) if (process.isApp && tickApp(world, process)) return true;
  if (workPress(world, true)) return true;
  if (world.ms < world.polledMs + POLL_MS) return false;
  world.polledMs = world.ms;
  poll(world);
  return world.tasks.length > 0;
}
