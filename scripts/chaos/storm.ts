import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { effectNames } from '../../sandbox/control/faults.ts';
import { type ChaosPress, newPress, readReceipt, sendUntilAnswered } from './device.ts';
import { readBoard, signInOperator } from './operator.ts';
import { type ChaosPerson, makePeople } from './people.ts';
import { type Random, seeded } from './random.ts';
import { type Chapter, mustBeZero, told } from './report.ts';
import type { ChaosStack, Victim } from './stack.ts';
import {
  doubled,
  falselyConfirmed,
  listUndelivered,
  lost,
  notDelivered,
  readTruth,
  type Truth,
  unknownToUs,
} from './truth.ts';
import { atMoments, until } from './waiting.ts';

const VICTIMS = ['app', 'worker', 'database'] as const;
/** Between kills: long enough that the killed one is often back, short enough that it often is not. */
const KILL_EVERY_MS = [2_500, 5_500] as const;
const FAULTY_SHARE = 1 / 3;
/** How late a fault may answer: beyond every deadline of ours, so that what we gave up is still carried out. */
const LATE_MS = 6_000;
/** Callouts of people who press more than once are closed this long after delivery, past any stray request. */
const CLOSE_AFTER_MS = 16_000;
const SETTLED_WITHIN_MS = 90_000;
const BOARD_EVERY_MS = 1_500;
const READ_EVERY_MS = 2_000;
/** An undelivered press is on the operators' list within this. */
const SHOWN_WITHIN_MS = 2_000;

const faultsSchema = z.object({
  faults: z.array(z.object({ effect: z.string(), seen: z.number(), hits: z.number() })),
});

/** One person in this many presses four times, each time after the last callout was closed. */
const REPEATING_SHARE = 40;
const TIMES = 4;
const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;

export type StormPlan = { readonly seed: number; readonly presses: number; readonly kills: number };

type Storm = {
  readonly stack: ChaosStack;
  readonly random: Random;
  readonly presses: ChaosPress[];
  readonly killed: Map<Victim, number>;
  readonly hidden: Set<string>;
  boardsRead: number;
};

/** Presses while app, worker and database are killed and AURA fails a third of its calls. */
export async function runStorm(stack: ChaosStack, plan: StormPlan): Promise<Chapter> {
  await stack.control('POST', 'reset', { seed: plan.seed });
  const random = seeded(plan.seed);
  const storm: Storm = { stack, random, presses: [], killed: new Map(), hidden: new Set(), boardsRead: 0 };
  const kills = planKills(random, plan.kills);
  const chains = await planChains(stack, plan.presses);
  const lastsMs = kills.at(-1)?.atMs ?? 0;
  const moments = chains.map(() => random.between(0, lastsMs)).sort((one, other) => one - other);
  const cookie = await signInOperator(stack);
  const ended = new AbortController();
  const watching = watchBoard(storm, cookie, ended.signal);

  await breakAura(stack);
  const startedAt = performance.now();
  await Promise.all([
    atMoments(
      kills.map(({ atMs }) => atMs),
      (index) => kill(storm, kills[index]?.victim ?? 'app'),
    ),
    atMoments(moments, (index) => pressInTurn(storm, chains[index])),
  ]);
  const stormS = (performance.now() - startedAt) / 1_000;
  const faults = faultsSchema.parse(await stack.control('GET', 'faults')).faults;
  await stack.control('DELETE', 'faults');
  // What AURA was slow with comes in now, after everybody has given it up.
  await sleep(LATE_MS);
  const settledMs = await until(() => isSettled(stack), SETTLED_WITHIN_MS);
  ended.abort();
  await watching;
  const truth = await readTruth(stack);
  keepOffenders(storm, truth);
  return tell(storm, truth, { stormS, settledMs, faults });
}

/** What did not hold, by id, for whoever looks into the logs. */
function keepOffenders({ presses, hidden }: Storm, truth: Truth): void {
  const recorded = [...truth.rows.values()].filter(({ state }) => state === 'recorded');
  const unknown = truth.callouts.filter(({ id }) => unknownToUs(truth).includes(id));
  const theirPresses = presses.filter(({ person }) =>
    unknown.some(({ customerId }) => customerId === person.customerId),
  );
  const rows = theirPresses.map(({ pressId, told: all }) => ({ pressId, all, row: truth.rows.get(pressId) }));
  const offenders = { recorded, unknown, rows, hidden: [...hidden] };
  writeFileSync('test-results/chaos-offenders.json', JSON.stringify(offenders, null, 2));
}

function planKills(random: Random, count: number): { atMs: number; victim: Victim }[] {
  let atMs = 0;
  return Array.from({ length: count }, () => {
    atMs += random.between(...KILL_EVERY_MS);
    return { atMs, victim: random.pick(VICTIMS) };
  });
}

type Chain = { readonly person: ChaosPerson; readonly times: number };

async function planChains(stack: ChaosStack, presses: number): Promise<Chain[]> {
  const repeating = Math.floor(presses / REPEATING_SHARE);
  const people = await makePeople(stack, presses - repeating * (TIMES - 1));
  return people.map((person, index) => ({ person, times: index < repeating ? TIMES : 1 }));
}

async function breakAura(stack: ChaosStack): Promise<void> {
  // The first rule that hits decides, so each is given the share that makes them a third together.
  const share = 1 - (1 - FAULTY_SHARE) ** (1 / effectNames.length);
  for (const effect of effectNames) {
    await stack.control('POST', 'faults', { operation: 'any', effect, share, latencyMs: LATE_MS });
  }
}

async function kill({ stack, killed }: Storm, victim: Victim): Promise<void> {
  // It may be down from the kill before; then the next one that comes up is killed.
  await until(async () => stack.pidOf(victim) !== undefined, 10_000);
  const pid = stack.pidOf(victim);
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  killed.set(victim, (killed.get(victim) ?? 0) + 1);
}

async function pressInTurn(storm: Storm, chain: Chain | undefined): Promise<void> {
  for (let time = 0; chain && time < chain.times; time += 1) {
    const press = newPress(storm.random, chain.person);
    storm.presses.push(press);
    if (!(await sendUntilAnswered(storm.stack, press))) return;
    await follow(storm, press);
    if (time + 1 < chain.times) await closeAfterAWhile(storm, press);
  }
}

/** Reads the receipt as an open page does, until it says that the press has ended. */
async function follow({ stack }: Storm, press: ChaosPress): Promise<void> {
  await until(async () => {
    if (press.told.at(-1)?.state !== 'recorded') return true;
    await sleep(READ_EVERY_MS);
    await readReceipt(stack, press);
    return false;
  }, SETTLED_WITHIN_MS);
}

// Only what our table has as delivered is closed: while an answer is lost, or lies on the disk of an app that was
// killed, nothing but the open callout keeps a repeat from making a second one. AURA offers no other way.
async function closeAfterAWhile({ stack }: Storm, press: ChaosPress): Promise<void> {
  const rowOf = async () => (await readTruth(stack)).rows.get(press.pressId);
  const isKnown = await until(async () => (await rowOf())?.state === 'delivered', SETTLED_WITHIN_MS);
  const calloutId = press.told.at(-1)?.calloutId;
  if (isKnown === null || calloutId == null) return;
  await sleep(CLOSE_AFTER_MS);
  for (const step of STEPS) await stack.control('POST', `callouts/${calloutId}/step`, { step });
}

/** Holds the operators' list against the table: what stood there before and after reading it must be on it. */
async function watchBoard(storm: Storm, cookie: string, signal: AbortSignal): Promise<void> {
  const { stack, hidden } = storm;
  const undelivered = (before: number) => listUndelivered(stack, before).catch(() => null);
  while (!signal.aborted) {
    const before = await undelivered(Date.now() - SHOWN_WITHIN_MS);
    const shown = before && (await readBoard(stack, cookie));
    const after = shown && (await undelivered(Date.now()));
    if (before && shown && after) {
      storm.boardsRead += 1;
      for (const id of before) if (after.has(id) && !shown.has(id)) hidden.add(id);
    }
    await sleep(BOARD_EVERY_MS);
  }
}

async function isSettled(stack: ChaosStack): Promise<boolean> {
  const truth = await readTruth(stack);
  const isOpen = [...truth.rows.values()].some(({ state }) => state === 'recorded');
  return !isOpen && stack.journalled() === 0 && unknownToUs(truth).length === 0;
}

type Course = {
  readonly stormS: number;
  readonly settledMs: number | null;
  readonly faults: readonly { readonly effect: string; readonly seen: number; readonly hits: number }[];
};

function tell(storm: Storm, truth: Truth, { stormS, settledMs, faults }: Course): Chapter {
  const { presses, killed, hidden, boardsRead } = storm;
  const answered = presses.filter(({ told: all }) => all.length > 0);
  const calls = Math.max(0, ...faults.map(({ seen }) => seen));
  const hits = faults.reduce((sum, rule) => sum + rule.hits, 0);
  const receipts = presses.reduce((sum, press) => sum + press.told.length, 0);
  return {
    title: 'Kills, and a third of AURA’s calls failing',
    figures: [
      told('presses sent, answered', `${presses.length}, ${answered.length}`),
      told('kill -9 of app, worker, database', VICTIMS.map((name) => killed.get(name) ?? 0).join(', ')),
      told('calls to AURA, made to fail', `${calls}, ${hits} (${effectNames.length} kinds)`),
      told('seconds of storm, until all was settled after it', `${stormS.toFixed(0)}, ${seconds(settledMs)}`),
      mustBeZero('acknowledged presses lost', lost(presses, truth).length),
      mustBeZero(
        'acknowledged presses that AURA does not have in the end',
        notDelivered(presses, truth).length,
      ),
      mustBeZero('callouts doubled', doubled(presses, truth)),
      told('receipts read', receipts),
      mustBeZero(
        'receipts that said delivered without AURA’s id for that person',
        falselyConfirmed(presses, truth),
      ),
      mustBeZero('callouts at AURA that no press of ours knows', unknownToUs(truth).length),
      told('operators’ lists read', boardsRead),
      mustBeZero('undelivered presses not shown to operators', hidden.size),
    ],
  };
}

function seconds(ms: number | null): string {
  return ms === null ? 'never' : (ms / 1_000).toFixed(1);
}
