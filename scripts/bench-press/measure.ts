import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { usedMs } from '../bench-console/cpu.ts';
import { LIVE } from '../chaos/device.ts';
import type { ChaosPerson } from '../chaos/people.ts';
import type { ChaosStack } from '../chaos/stack.ts';
import type { Floor } from './floor.ts';

export const SIDES = ['floor', 'vigil'] as const;
export type Side = (typeof SIDES)[number];

/** Processor milliseconds by part: the server that answers, the worker (none at the floor) and PostgreSQL. */
type Cpu = { readonly app: number; readonly worker: number; readonly database: number };

export type Measured = {
  readonly latenciesMs: number[];
  readonly cpu: Cpu;
  readonly tookMs: number;
  /** Answered before AURA's id was there. */
  readonly recorded: number;
};

/** Presses once; AURA's id of the callout, or null of a press that is still being sent. */
export type PressOnce = () => Promise<number | null>;

/** Work that an answer leaves behind (the change feed, the poller) is paid for within this. */
const SETTLE_MS = 3_000;

/** Presses of both sides in turn, each in blocks, so that whatever else the machine does meets both. */
export async function measureInTurn(
  stack: ChaosStack,
  floor: Floor,
  people: Record<Side, PressOnce[]>,
  run: { inFlight: number; blocks: number; pressesABlock: number; leaveOpen: boolean },
): Promise<Record<Side, Measured>> {
  const found: Record<Side, Measured[]> = { floor: [], vigil: [] };
  for (let block = 0; block < run.blocks; block += 1) {
    for (const side of SIDES) {
      const own = people[side].splice(0, run.pressesABlock);
      if (own.length < run.pressesABlock) throw new Error('there are too few people');
      found[side].push(await measureBlock(stack, floor, side, own, run));
    }
  }
  return { floor: sum(found.floor), vigil: sum(found.vigil) };
}

async function measureBlock(
  stack: ChaosStack,
  floor: Floor,
  side: Side,
  presses: PressOnce[],
  { inFlight, leaveOpen }: { inFlight: number; leaveOpen: boolean },
): Promise<Measured> {
  const before = cpuOf(stack, floor, side);
  const startedAt = performance.now();
  const latenciesMs: number[] = [];
  const closing: Promise<unknown>[] = [];
  let recorded = 0;
  const pressUntilEmpty = async () => {
    for (let press = presses.pop(); press; press = presses.pop()) {
      const sentAt = performance.now();
      const calloutId = await press();
      latenciesMs.push(performance.now() - sentAt);
      if (calloutId === null) recorded += 1;
      else if (!leaveOpen) closing.push(stack.control('POST', `callouts/${calloutId}/close`));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, pressUntilEmpty));
  const tookMs = performance.now() - startedAt;
  await Promise.all(closing);
  await wait(SETTLE_MS);
  const after = cpuOf(stack, floor, side);
  const cpu = {
    app: after.app - before.app,
    worker: after.worker - before.worker,
    database: after.database - before.database,
  };
  return { latenciesMs, cpu, tookMs, recorded };
}

function cpuOf(stack: ChaosStack, floor: Floor, side: Side): Cpu {
  return {
    app: usedMs(side === 'floor' ? floor.pid : (stack.pidOf('app') ?? 0)),
    worker: side === 'floor' ? 0 : usedMs(stack.pidOf('worker') ?? 0),
    database: stack.databasePids().reduce((total, pid) => total + usedMs(pid), 0),
  };
}

function sum(blocks: readonly Measured[]): Measured {
  const total = (value: (one: Measured) => number) => blocks.reduce((all, one) => all + value(one), 0);
  return {
    latenciesMs: blocks.flatMap(({ latenciesMs }) => latenciesMs),
    cpu: {
      app: total(({ cpu }) => cpu.app),
      worker: total(({ cpu }) => cpu.worker),
      database: total(({ cpu }) => cpu.database),
    },
    tookMs: total(({ tookMs }) => tookMs),
    recorded: total(({ recorded }) => recorded),
  };
}

async function post(url: string, body: unknown): Promise<number | null> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { state, calloutId } = (await answer.json()) as { state?: string; calloutId?: number }; // checked below
  if (answer.status === 202 && state === 'recorded') return null;
  if (state !== 'delivered' || !calloutId) throw new Error(`not delivered: ${answer.status} ${state}`);
  return calloutId;
}

/** A press of one of AURA's customers at the floor. */
export const floorPress =
  ({ url }: Floor) =>
  (customerId: number): PressOnce =>
  () =>
    post(url, { pressId: randomUUID(), customerId, location: LIVE });

/** A press of one of Vigil's people. */
export const vigilPress =
  ({ url }: ChaosStack) =>
  ({ token }: ChaosPerson): PressOnce =>
  () => {
    const at = new Date().toISOString();
    return post(`${url}/api/panic`, {
      pressId: randomUUID(),
      kind: 'real',
      pressedAt: at,
      sentAt: at,
      pressToken: token,
      location: { ...LIVE, fixedAt: at },
    });
  };
