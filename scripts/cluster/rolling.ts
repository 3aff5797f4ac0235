import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosPress, LIVE, pressNow } from '../chaos/device.ts';
import { type ChaosPerson, makePeople } from '../chaos/people.ts';
import { planPress } from '../chaos/plan.ts';
import { seeded } from '../chaos/random.ts';
import { type Chapter, figure, mustBeZero, mustHold, percentile } from '../chaos/report.ts';
import { readTruth } from '../chaos/truth.ts';
import { notAtAura, verdicts } from '../chaos/verdicts.ts';
import { atMoments, until } from '../chaos/waiting.ts';
import type { Cluster, Node } from './start-cluster.ts';

// Each app and worker gets SIGTERM and is started again, one after the other, while requests come at a fixed rate. No
// request is repeated by who sent it.

const REQUESTS = 5_000;
const A_SECOND = 25;
const TIMEOUT_MS = 10_000;
const PAGES = ['/', '/panic', '/api/health/live'] as const;
const BACK_WITHIN_MS = 60_000;
/** Between two restarts, as a careful operator waits. */
const PAUSE_MS = 3_000;
/** Two in five requests are presses, each of somebody else. */
const PRESS_OF = 5;
const PRESSES_OF = 2;

type Answered = { readonly status: number; readonly text: string; readonly ms: number };

export async function runRolling(cluster: Cluster, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const people = await makePeople(cluster, (REQUESTS / PRESS_OF) * PRESSES_OF);
  const presses: ChaosPress[] = [];
  const failed: string[] = [];
  const waits: number[] = [];
  const over = new AbortController();
  await warmUp(cluster);
  const moments = Array.from({ length: REQUESTS }, (_, index) => (index * 1_000) / A_SECOND);
  const load = atMoments(moments, async (index) => {
    const person = index % PRESS_OF < PRESSES_OF ? people[presses.length] : undefined;
    const planned = { ...planPress(random, 0), place: 'live', door: 'json', takenBackAfterMs: null } as const;
    const press = person && pressNow(planned, person);
    if (press) presses.push(press);
    const problem = await (press
      ? sendPress(cluster, press, waits)
      : readSomething(cluster, index, presses, waits));
    if (problem) failed.push(`${Math.round(index / A_SECOND)} s: ${problem}`);
  }).finally(() => over.abort());
  const [restarted] = await Promise.all([restartInTurn(cluster, over.signal), load]);
  await until(async () => notAtAura(presses, await readTruth(cluster)).length === 0, BACK_WITHIN_MS);
  const truth = await readTruth(cluster);
  const rounds = Math.min(...restarted.values());
  return {
    title: 'Rolling restart under load',
    figures: [
      mustHold('requests sent, failed', `${REQUESTS}, ${failed.length}`, failed.length === 0),
      ...(failed.length === 0
        ? []
        : [
            figure('what failed, how often', howOften(failed)),
            figure('the first of them', failed.slice(0, 12).join('; ')),
          ]),
      mustHold(
        'of them presses, each of somebody else',
        `${presses.length}`,
        presses.length === people.length,
      ),
      mustHold(
        'restarts of each machine',
        [...restarted].map(([name, times]) => `${name} ${times}`).join(', '),
        rounds > 0,
      ),
      figure(
        'milliseconds to an answer: p50, p95, p99, longest',
        [0.5, 0.95, 0.99, 1].map((share) => percentile(waits, share).toFixed(0)).join(', '),
      ),
      figure('requests a second', A_SECOND),
      ...verdicts(presses, truth),
      mustBeZero('acknowledged presses that AURA does not have', notAtAura(presses, truth).length),
    ],
  };
}

/** By what went wrong, whenever it did. */
function howOften(failed: readonly string[]): string {
  const kinds = Map.groupBy(failed, (problem) => problem.replace(/^\d+ s: /, ''));
  return [...kinds].map(([kind, all]) => `${kind} × ${all.length}`).join('; ');
}

/** A first request of a page loads its code; that is no part of a restart. */
async function warmUp({ apps }: Cluster): Promise<void> {
  for (const { machine } of apps)
    for (const page of PAGES) await (await fetch(`http://${machine.address}:3000${page}`)).text();
}

/** Round after round until aborted; the round that has begun is ended. */
async function restartInTurn(
  { apps, workers, proxy }: Cluster,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const nodes = [...apps, ...workers];
  const restarted = new Map(nodes.map(({ machine }) => [machine.name, 0]));
  while (!signal.aborted) {
    for (const node of nodes) {
      await restart(node);
      const { name } = node.machine;
      const isApp = apps.includes(node);
      if (isApp && (await until(async () => proxy.ready().has(name), BACK_WITHIN_MS)) === null)
        throw new Error(`${name} did not come back`);
      restarted.set(name, (restarted.get(name) ?? 0) + 1);
      if (signal.aborted) break;
      await sleep(PAUSE_MS);
    }
  }
  return restarted;
}

/** It is started again by who watches it, as soon as it has ended. */
async function restart({ machine, service }: Node): Promise<void> {
  const before = service.pid();
  if (before === undefined) throw new Error(`${machine.name} does not run`);
  process.kill(before, 'SIGTERM');
  const isNew = await until(
    async () => service.pid() !== before && service.pid() !== undefined,
    BACK_WITHIN_MS,
  );
  if (isNew === null) throw new Error(`${machine.name} did not end`);
}

async function sendPress({ url }: Cluster, press: ChaosPress, waits: number[]): Promise<string | null> {
  const at = new Date(press.pressedAtMs).toISOString();
  const askedAtMs = Date.now();
  const body = {
    ...{
      pressId: press.pressId,
      kind: press.kind,
      pressedAt: at,
      sentAt: at,
      pressToken: press.person.token,
    },
    location: { ...LIVE, fixedAt: at },
  };
  const answer = await ask(`${url}/api/panic`, waits, { body: JSON.stringify(body) });
  if (typeof answer === 'string') return `press: ${answer}`;
  const receipt: { state?: string; calloutId?: number | null } = JSON.parse(answer.text);
  if (!receipt.state) return `press: ${answer.status} ${answer.text.slice(0, 80)}`;
  press.receipts.push({
    state: receipt.state,
    calloutId: receipt.calloutId ?? null,
    askedAtMs,
    atMs: Date.now(),
  });
  return null;
}

async function readSomething(
  { url }: Cluster,
  index: number,
  presses: readonly ChaosPress[],
  waits: number[],
): Promise<string | null> {
  const pressed = presses.findLast(({ receipts }) => receipts.length > 0);
  const isReceipt = index % 2 === 0 && pressed !== undefined;
  const path = isReceipt ? `/api/panic/${pressed.pressId}` : (PAGES[index % PAGES.length] ?? '/');
  const cookie = cookieOf(pressed?.person);
  const answer = await ask(`${url}${path}`, waits, {
    headers: { accept: isReceipt ? 'application/json' : 'text/html', cookie },
  });
  if (typeof answer === 'string') return `${isReceipt ? 'receipt' : path}: ${answer}`;
  return answer.status < 400 ? null : `${isReceipt ? 'receipt' : path}: ${answer.status}`;
}

const cookieOf = (person: ChaosPerson | undefined): string => (person ? `vigil.press=${person.token}` : '');

/** One request on a connection of its own, as each is another person's; what went wrong, in a word. */
function ask(
  url: string,
  waits: number[],
  { body, headers = {} }: { body?: string; headers?: Record<string, string> },
): Promise<Answered | string> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('error', (error) => resolve(error.message));
        response.on('end', () => {
          const ms = performance.now() - startedAt;
          waits.push(ms);
          const status = response.statusCode ?? 0;
          resolve(status >= 500 ? `${status}` : { status, text, ms });
        });
      },
    );
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}
