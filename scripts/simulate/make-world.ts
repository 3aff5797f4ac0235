import type { Fix } from '#lib/geo/model.ts';
import type { Choices } from './choices.ts';
import type { PlantedFault } from './faults.ts';
import { type Device, type Process, SKEW_MS, START_MS, type World } from './world.ts';

const LIVE: Fix = {
  ...{ latitude: -26.1, longitude: 28.05, accuracyM: 12, fixedAt: null, measuredAt: null },
  fixSource: 'live',
};
const SAVED: Fix = { ...LIVE, latitude: -26.2, fixSource: 'saved' };

const THEMES = ['anything', 'withdrawing', 'without database'] as const;

/** The initial world of a schedule, by its choices. */
export function makeWorld(choices: Choices, planted: PlantedFault | null, withHistory: boolean): World {
  const theme = THEMES[choices.next(THEMES.length)] ?? 'anything';
  const tellsDates = choices.next(4) !== 3;
  const aheadMs = [0, 3_000, -3_000, 30_000, -30_000][choices.next(5)] ?? 0;
  const world: World = {
    ...{
      choices,
      planted,
      theme,
      ms: START_MS,
      steps: 0,
      tokens: 0,
      polledMs: 0,
      areFaultsOver: false,
      tasks: [],
    },
    ...{
      log: withHistory ? [] : null,
      violation: null,
      exceptions: new Set(),
      apart: new Set(),
      unwritten: new Set(),
    },
    processes: [],
    devices: [],
    database: { isUp: true, presses: new Map(), callouts: new Map(), outcomes: new Set(), late: [] },
    aura: {
      ...{ mode: 'up', callouts: [], strays: [], aheadMs, tellsDates, tellsKind: choices.next(4) !== 3 },
      knownAheadMs: tellsDates && choices.next(3) !== 2 ? aheadMs - 1_000 : null,
      listDelayMs: choices.next(5) === 4 ? 3_000 : 0,
      keepsCancelledOpen: choices.next(4) === 3,
    },
  };
  for (const name of ['app 1', 'app 2', 'worker 1', 'worker 2'])
    world.processes.push(makeProcess(name, choices));
  const presses = 1 + choices.next(3);
  for (let index = 0; index < presses; index += 1) world.devices.push(makeDevice(index, choices));
  return world;
}

function makeProcess(name: string, choices: Choices): Process {
  const skewMs = [0, SKEW_MS, -SKEW_MS][choices.next(3)] ?? 0;
  return {
    name,
    isApp: name.startsWith('app'),
    isUp: true,
    skewMs,
    journal: new Map(),
    held: new Map(),
    calls: new Map(),
  };
}

function makeDevice(index: number, choices: Choices): Device {
  const isOther = index > 0 && choices.next(4) === 3;
  return {
    pressId: `press ${index + 1}`,
    personId: isOther ? 'sipho' : 'thandi',
    customerId: isOther ? 2 : 1,
    kind: choices.next(8) === 7 ? 'test' : 'real',
    graceMs: choices.next(2) === 1 ? 3_000 : 0,
    fix: [LIVE, LIVE, SAVED, null][choices.next(4)] ?? null,
    laterFix: LIVE,
    ...{
      pressedAtMs: null,
      isWithdrawalRequested: false,
      isReleased: false,
      heard: new Set(),
      helpedBy: new Set(),
    },
    ...{
      withdrawalHeardAtMs: null,
      withdrawnAtMs: null,
      deliveredAtMs: null,
      arrivedAtMs: null,
      nudges: 0,
      begun: [],
    },
  };
}
