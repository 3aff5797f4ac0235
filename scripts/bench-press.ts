// npm run bench:press -- [--quick]
// What a press costs beside the floor: a bare server that does the same two commits and the same call to AURA. Both in
// turn, on the same database and sandbox, with 1, 20 and 100 in flight, callouts closed as they come; then with 2,000 of
// them left open. Exits with 1 when a ratio is over its aim.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startFloor } from './bench-press/floor.ts';
import {
  floorPress,
  type Measured,
  measureInTurn,
  SIDES,
  type Side,
  vigilPress,
} from './bench-press/measure.ts';
import { ownSecretKey } from './chaos/own-settings.ts';
import { makePeople, makeStrangers } from './chaos/people.ts';
import { type Chapter, type Figure, figure, mustHold, percentile, print } from './chaos/report.ts';
import { startChaosStack } from './chaos/stack.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

const BLOCKS = values.quick ? 2 : 3;
const IN_FLIGHT = [1, 20, 100] as const;
// So large that what the product does at rest, three seconds of it a block, is little beside them.
const A_BLOCK = values.quick ? { 1: 200, 20: 400, 100: 400 } : { 1: 300, 20: 600, 100: 800 };
const OPEN = values.quick ? 500 : 2_000;
const WARM_UP = 400;

const AIMS = { cpuRatio: 3, throughput: 0.5, addedMs: 5, withOpen: 1.2 };

type Both = Record<Side, Measured>;

const cpuPerPress = ({ cpu, latenciesMs }: Measured) =>
  (cpu.app + cpu.worker + cpu.database) / latenciesMs.length;
const perSecond = ({ latenciesMs, tookMs }: Measured) => (latenciesMs.length * 1_000) / tookMs;

function row(side: Side, measured: Measured): Figure {
  const { latenciesMs, cpu } = measured;
  const times = [0.5, 0.95, 0.99].map((share) => percentile(latenciesMs, share).toFixed(1)).join(', ');
  const parts = [cpu.app, cpu.worker, cpu.database].map((ms) => (ms / latenciesMs.length).toFixed(1));
  return figure(
    `${side}: p50, p95, p99 in ms; presses a second; processor ms a press (app, worker, PostgreSQL)`,
    `${times}; ${perSecond(measured).toFixed(0)}; ${cpuPerPress(measured).toFixed(1)} (${parts.join(', ')})`,
  );
}

function chapter(title: string, both: Both, judged: readonly Figure[]): Chapter {
  const recorded = figure('answered before AURA’s id was there', `${both.vigil.recorded}`);
  return { title, figures: [...SIDES.map((side) => row(side, both[side])), recorded, ...judged] };
}

function judge(inFlight: number, { floor, vigil }: Both): Figure[] {
  const cpu = cpuPerPress(vigil) / cpuPerPress(floor);
  const throughput = perSecond(vigil) / perSecond(floor);
  const added = percentile(vigil.latenciesMs, 0.5) - percentile(floor.latenciesMs, 0.5);
  return [
    mustHold(
      `processor time, vigil / floor (at most ${AIMS.cpuRatio})`,
      cpu.toFixed(1),
      cpu <= AIMS.cpuRatio,
    ),
    ...(inFlight === 20
      ? [
          mustHold(
            `presses a second, vigil / floor (at least ${AIMS.throughput})`,
            throughput.toFixed(2),
            throughput >= AIMS.throughput,
          ),
        ]
      : [figure('presses a second, vigil / floor', throughput.toFixed(2))]),
    ...(inFlight === 1
      ? [mustHold(`p50, vigil - floor (at most ${AIMS.addedMs} ms)`, added.toFixed(1), added <= AIMS.addedMs)]
      : []),
  ];
}

mkdirSync('test-results', { recursive: true });
const stack = await startChaosStack('bench-press', ownSecretKey());
let isWithin = true;
try {
  const floor = await startFloor(stack);
  try {
    const sizes = IN_FLIGHT.reduce((all, inFlight) => all + BLOCKS * A_BLOCK[inFlight], 0);
    const presses = WARM_UP + sizes + OPEN + BLOCKS * A_BLOCK[20];
    // Vigil would follow callouts of its own people at the floor's cost.
    const people = {
      floor: (await makeStrangers(stack, presses)).map(floorPress(floor)),
      vigil: (await makePeople(stack, presses)).map(vigilPress(stack)),
    };
    const measure = (inFlight: number, blocks: number, pressesABlock: number, leaveOpen = false) =>
      measureInTurn(stack, floor, people, { inFlight, blocks, pressesABlock, leaveOpen });
    await measure(20, 1, WARM_UP);
    const chapters: Chapter[] = [];
    const cpuAt = new Map<string, number>();
    for (const inFlight of IN_FLIGHT) {
      const both = await measure(inFlight, BLOCKS, A_BLOCK[inFlight]);
      cpuAt.set(`${inFlight}`, percentile(both.vigil.latenciesMs, 0.5));
      chapters.push(
        chapter(`A press, ${inFlight} in flight, callouts closed as they come`, both, judge(inFlight, both)),
      );
    }
    await measure(20, 1, OPEN, true);
    const open = await measure(20, BLOCKS, A_BLOCK[20]);
    const slower = percentile(open.vigil.latenciesMs, 0.5) / (cpuAt.get('20') ?? Number.NaN);
    chapters.push(
      chapter(`A press, 20 in flight, with ${OPEN} callouts of each side left open`, open, [
        mustHold(`p50, times as long (at most ${AIMS.withOpen})`, slower.toFixed(2), slower <= AIMS.withOpen),
      ]),
    );
    for (const each of chapters) {
      print(each);
      isWithin &&= each.figures.every(({ holds }) => holds !== false);
    }
  } finally {
    floor.stop();
  }
} finally {
  await stack.stop();
}
process.exit(isWithin ? 0 : 1);
