import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Effect, effectNames } from '../../sandbox/control/faults.ts';
import { judgeBoard, watchBoard } from './board.ts';
import { type ChaosPress, goThrough, pressNow } from './device.ts';
import { signInOperator } from './operator.ts';
import { type ChaosPerson, makePeople } from './people.ts';
import { type PlannedPress, planMoments, planPress, savesAddress } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { type Chapter, figure, mustBeZero, mustHold, seconds } from './report.ts';
import type { ChaosStack, Victim } from './stack.ts';
import { isOpen, readCallouts, readTruth, type Truth } from './truth.ts';
import { isPlaceless, misplaced, notAtAura, offenders, openFor, unknownToUs, verdicts } from './verdicts.ts';
import { atMoments, until } from './waiting.ts';

const VICTIMS = ['app', 'worker', 'database'] as const;
/** Sometimes enough for the victim to recover, sometimes not. */
const KILL_EVERY_MS = [2_500, 5_500] as const;
const FAULTY_SHARE = 1 / 3;
/** Status faults, before and after the work. */
const STATUSES: Partial<Record<Effect, readonly number[]>> = {
  status: [401, 403, 409, 429, 500, 503],
  status_after: [401, 403, 429, 500, 503],
};
/** Beyond every timeout of ours, so that abandoned calls are still carried out. */
const LATE_MS = 6_000;
/** Callouts of repeating people close this long after delivery, past any stray request. */
const CLOSE_AFTER_MS = 16_000;
const CLOSE_CANCELLED_AFTER_MS = 6_000;
const SETTLED_WITHIN_MS = 90_000;
const UP_WITHIN_MS = 60_000;

/** One person in this many presses four times, each after the last callout ended. */
const REPEATING_SHARE = 40;
const TIMES = 4;
const TAKEN_BACK_SHARE = 0.08;
const REPEATING_TAKEN_BACK_SHARE = 0.3;
const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;

const faultsSchema = z.object({
  faults: z.array(z.object({ effect: z.string(), seen: z.number(), hits: z.number() })),
});

export type StormPlan = { readonly seed: number; readonly presses: number; readonly kills: number };

type Storm = {
  readonly stack: ChaosStack;
  readonly presses: ChaosPress[];
  readonly killed: Map<Victim, number>;
};

/** Presses while app, worker and database are killed and AURA fails a third of its calls. */
export async function runStorm(stack: ChaosStack, plan: StormPlan): Promise<Chapter> {
  await stack.control('POST', 'reset', { seed: plan.seed });
  const random = seeded(plan.seed);
  const kills = planKills(random, plan.kills);
  const chains = planChains(random, plan.presses);
  const moments = planMoments(random, chains.length, kills.at(-1)?.atMs ?? 0);
  const people = await makePeople(
    stack,
    chains.length,
    (index) => chains[index]?.some(savesAddress) ?? false,
  );
  const storm: Storm = { stack, presses: [], killed: new Map() };
  const ended = new AbortController();
  const watching = watchBoard(stack, await signInOperator(stack), ended.signal);
  const closing = closeCancelled(stack, ended.signal);

  await breakAura(stack);
  const startedAt = performance.now();
  await Promise.all([
    ...VICTIMS.map((victim) => killInTurn(storm, victim, momentsOf(victim, kills))),
    atMoments(moments, (index) => pressInTurn(storm, people[index], chains[index] ?? [])),
  ]);
  const stormMs = performance.now() - startedAt;
  const { faults } = faultsSchema.parse(await stack.control('GET', 'faults'));
  await stack.control('DELETE', 'faults');
  // Let AURA's late answers arrive.
  await sleep(LATE_MS);
  const settledMs = await until(() => isSettled(storm), SETTLED_WITHIN_MS);
  ended.abort();
  const [readings] = await Promise.all([watching, closing]);
  const truth = await readTruth(stack);
  const board = { ...judgeBoard(storm.presses, readings, truth), readings: readings.length };
  keepOffenders(storm, truth, board.hidden);
  return tell(storm, plan, truth, { stormMs, settledMs, faults, board });
}

/** Logs ids of violations for analysis. */
function keepOffenders({ presses }: Storm, truth: Truth, hidden: ReadonlySet<string>): void {
  const recorded = [...truth.rows.values()].filter(({ state }) => state === 'recorded');
  const found = { ...offenders(presses, truth, hidden), recorded };
  writeFileSync('test-results/chaos-offenders.json', JSON.stringify(found, null, 2));
}

type Kill = { readonly atMs: number; readonly victim: (typeof VICTIMS)[number] };

const momentsOf = (victim: Victim, kills: readonly Kill[]) =>
  kills.filter((kill) => kill.victim === victim).map(({ atMs }) => atMs);

function planKills(random: Random, count: number): Kill[] {
  let atMs = 0;
  return Array.from({ length: count }, () => {
    atMs += random.between(...KILL_EVERY_MS);
    return { atMs, victim: random.pick(VICTIMS) };
  });
}

function planChains(random: Random, presses: number): PlannedPress[][] {
  const repeating = Math.floor(presses / REPEATING_SHARE);
  const people = presses - repeating * (TIMES - 1);
  return Array.from({ length: people }, (_, index) =>
    index < repeating
      ? Array.from({ length: TIMES }, () => planPress(random, REPEATING_TAKEN_BACK_SHARE))
      : [planPress(random, TAKEN_BACK_SHARE)],
  );
}

async function breakAura(stack: ChaosStack): Promise<void> {
  // The first matching rule wins, so each share is adjusted to make a third together.
  const share = shareOf(FAULTY_SHARE, effectNames.length);
  for (const effect of effectNames) {
    const statuses = STATUSES[effect] ?? [503];
    for (const status of statuses) {
      const fault = { operation: 'any', effect, status, share: shareOf(share, statuses.length) };
      await stack.control('POST', 'faults', { ...fault, latencyMs: LATE_MS });
    }
  }
}

const shareOf = (together: number, count: number) => 1 - (1 - together) ** (1 / count);

/** Kills one after the other, each only when it was up. */
async function killInTurn(
  { stack, killed }: Storm,
  victim: Victim,
  momentsMs: readonly number[],
): Promise<void> {
  const startedAt = performance.now();
  for (const atMs of momentsMs) {
    await sleep(Math.max(0, startedAt + atMs - performance.now()));
    await until(() => stack.isUp(victim), UP_WITHIN_MS);
    const pid = stack.pidOf(victim);
    if (pid === undefined) continue;
    process.kill(pid, 'SIGKILL');
    killed.set(victim, (killed.get(victim) ?? 0) + 1);
  }
}

async function pressInTurn(
  storm: Storm,
  person: ChaosPerson | undefined,
  chain: PlannedPress[],
): Promise<void> {
  if (!person) throw new Error('there are fewer people than presses');
  for (const [time, planned] of chain.entries()) {
    const press = pressNow(planned, person);
    storm.presses.push(press);
    await goThrough(storm.stack, press, SETTLED_WITHIN_MS);
    if (press.receipts.length === 0) return;
    // After a withdrawal, AURA returns the cancelled callout, which must not count as help.
    const isOver = time + 1 === chain.length || press.receipts.at(-1)?.state === 'withdrawn';
    if (!isOver) await closeDelivered(storm, press);
  }
}

/** Closes cancelled callouts after a while; until then AURA returns them. */
async function closeCancelled(stack: ChaosStack, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(CLOSE_CANCELLED_AFTER_MS);
    for (const callout of (await readCallouts(stack)).values()) {
      if (!callout.isCancelled || callout.closedAtMs !== null) continue;
      await stack.control('POST', `callouts/${callout.id}/step`, { step: 'close' });
    }
  }
}

// Closes only what our table has as delivered: while an answer is lost or in a killed app's journal, the open
// callout is all that prevents a duplicate.
async function closeDelivered({ stack }: Storm, press: ChaosPress): Promise<void> {
  const rowOf = async () => (await readTruth(stack)).rows.get(press.pressId);
  const isKnown = await until(async () => (await rowOf())?.state === 'delivered', SETTLED_WITHIN_MS);
  const calloutId = press.receipts.at(-1)?.calloutId;
  if (isKnown === null || calloutId == null) return;
  await sleep(CLOSE_AFTER_MS);
  // Cancelled: closed elsewhere, judged at the end.
  const callout = (await readCallouts(stack)).get(calloutId);
  if (callout && !isOpen(callout)) return;
  for (const step of STEPS) await stack.control('POST', `callouts/${calloutId}/step`, { step });
}

async function isSettled({ stack, presses }: Storm): Promise<boolean> {
  const truth = await readTruth(stack);
  const placeless = new Set(presses.filter(isPlaceless).map(({ pressId }) => pressId));
  const isPending = [...truth.rows.values()].some(
    ({ id, state }) => state === 'recorded' && !placeless.has(id),
  );
  const isLoose = unknownToUs(truth).length > 0 || openFor('withdrawn', presses, truth).length > 0;
  return !isPending && !isLoose && stack.journalled().length === 0 && misplaced(presses, truth).length === 0;
}

type Course = {
  readonly stormMs: number;
  readonly settledMs: number | null;
  readonly faults: readonly { readonly effect: string; readonly seen: number; readonly hits: number }[];
  readonly board: ReturnType<typeof judgeBoard> & { readonly readings: number };
};

function tell({ presses, killed }: Storm, plan: StormPlan, truth: Truth, course: Course): Chapter {
  const { stormMs, settledMs, faults, board } = course;
  const answered = presses.filter((press) => press.receipts.length > 0).length;
  const calls = Math.max(0, ...faults.map(({ seen }) => seen));
  const hits = faults.reduce((sum, rule) => sum + rule.hits, 0);
  const kinds = new Set(faults.filter((rule) => rule.hits > 0).map(({ effect }) => effect)).size;
  const kills = VICTIMS.reduce((sum, name) => sum + (killed.get(name) ?? 0), 0);
  const ended = (state: string) =>
    presses.filter(({ pressId }) => truth.rows.get(pressId)?.state === state).length;
  const withdrawn = ended('withdrawn');
  const calledOff = [...truth.callouts.values()].filter(({ isCancelled }) => isCancelled).length;
  return {
    title: 'Kills, and a third of AURA’s calls failing',
    figures: [
      mustHold(
        'presses planned, sent, answered',
        `${plan.presses}, ${presses.length}, ${answered}`,
        presses.length === plan.presses && answered === presses.length,
      ),
      mustHold(
        `kill -9 of app, worker, database (${plan.kills} planned)`,
        VICTIMS.map((name) => killed.get(name) ?? 0).join(', '),
        kills === plan.kills,
      ),
      mustHold(
        'calls to AURA, made to fail, kinds of failure',
        `${calls}, ${hits}, ${kinds}`,
        kinds === effectNames.length && hits > calls / 4,
      ),
      mustHold(
        'taken back, of them withdrawn, callouts called off for that',
        `${presses.filter(({ isTakenBack }) => isTakenBack).length}, ${withdrawn}, ${calledOff}`,
        withdrawn > 0 && calledOff > 0,
      ),
      mustHold(
        'seconds of storm, until all was settled after it',
        `${seconds(stormMs)}, ${seconds(settledMs)}`,
        settledMs !== null,
      ),
      ...verdicts(presses, truth),
      figure(
        'answers that devices heard',
        presses.reduce((sum, press) => sum + press.receipts.length, 0),
      ),
      figure('presses that AURA refused', ended('rejected')),
      mustBeZero('acknowledged presses that AURA neither has nor refused', notAtAura(presses, truth).length),
      mustHold(
        'operators’ lists read, times that a press had to be on one',
        `${board.readings}, ${board.looks}`,
        board.readings > stormMs / 10_000 && board.looks > 0,
      ),
      mustBeZero('undelivered presses not on a list after 2 s', board.hidden.size),
      figure('of them only on the disk of the app at that time, and on no list', board.onDisk.size),
    ],
  };
}
