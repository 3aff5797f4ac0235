import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosPress, newPress, sendUntilAnswered } from './device.ts';
import { makePeople } from './people.ts';
import { seeded } from './random.ts';
import { type Chapter, mustBeZero, mustHold, told } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { doubled, falselyConfirmed, lost, readTruth } from './truth.ts';
import { atMoments, until } from './waiting.ts';

const PRESSES = 200;
const OUTAGE_MS = 120_000;
/** For the first half the server hangs, for the second it is gone: the two fail in different ways. */
const HANGS_MS = OUTAGE_MS / 2;
/** The last press falls before the server's return. */
const LAST_PRESS_MS = OUTAGE_MS - 3_000;
/** AURA fails some calls meanwhile, so that not every press has an easy way round. */
const FAULTY_SHARE = 0.1;
const IN_DATABASE_WITHIN_MS = 30_000;
const SETTLED_WITHIN_MS = 60_000;

/** Presses while the database first hangs and then is gone. */
export async function runDatabaseOutage(stack: ChaosStack, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const people = await makePeople(stack, PRESSES);
  const before = await readTruth(stack);
  for (const effect of ['status', 'reset_after']) {
    await stack.control('POST', 'faults', { operation: 'createCallout', effect, share: FAULTY_SHARE / 2 });
  }
  const presses: ChaosPress[] = [];
  const moments = people.map(() => random.between(0, LAST_PRESS_MS)).sort((one, other) => one - other);
  const outage = takeAway(stack);
  await atMoments(moments, async (index) => {
    const person = people[index];
    if (!person) return;
    const press = newPress(random, person);
    presses.push(press);
    await sendUntilAnswered(stack, press, SETTLED_WITHIN_MS);
  });
  await outage;
  const returnedAt = performance.now();
  await until(async () => (await readTruth(stack)).rows.size >= before.rows.size, SETTLED_WITHIN_MS);
  const upMs = performance.now() - returnedAt;
  const inDatabaseMs = await until(async () => {
    const { rows } = await readTruth(stack);
    return presses.every(({ pressId }) => rows.has(pressId));
  }, SETTLED_WITHIN_MS);
  await stack.control('DELETE', 'faults');
  await until(async () => {
    const { rows } = await readTruth(stack);
    return presses.every(({ pressId }) => rows.get(pressId)?.state !== 'recorded');
  }, SETTLED_WITHIN_MS);
  const truth = await readTruth(stack);
  const atOnce = presses.filter(({ told: [first], unanswered }) => first && unanswered.size === 0);
  const delivered = presses.filter(({ told: [first] }) => first?.state === 'delivered').length;
  const recorded = presses.filter(({ told: [first] }) => first?.state === 'recorded').length;
  const isAtAura = ({ pressId }: ChaosPress) => truth.rows.get(pressId)?.state === 'delivered';
  return {
    title: 'Two minutes without the database',
    figures: [
      told('presses sent, answered by the first request', `${presses.length}, ${atOnce.length}`),
      told(
        'first answers: delivered with AURA’s id, recorded and still sending',
        `${delivered}, ${recorded}`,
      ),
      mustBeZero('presses never answered', presses.filter((press) => press.told.length === 0).length),
      told('seconds until the server answered again', (upMs / 1_000).toFixed(1)),
      mustHold(
        'seconds from then until every press was in the database (at most 30)',
        inDatabaseMs === null ? 'never' : (inDatabaseMs / 1_000).toFixed(1),
        inDatabaseMs !== null && inDatabaseMs <= IN_DATABASE_WITHIN_MS,
      ),
      mustBeZero('acknowledged presses lost', lost(presses, truth).length),
      mustBeZero(
        'presses that AURA does not have in the end',
        presses.filter((press) => !isAtAura(press)).length,
      ),
      mustBeZero('callouts doubled', doubled(presses, truth)),
      mustBeZero(
        'answers that said delivered without AURA’s id for that person',
        falselyConfirmed(presses, truth),
      ),
    ],
  };
}

async function takeAway(stack: ChaosStack): Promise<void> {
  for (const pid of stack.databasePids()) process.kill(pid, 'SIGSTOP');
  await sleep(HANGS_MS);
  // Stopped, the supervisor does not start the server again until the outage is over.
  const supervisor = stack.pidOf('supervisor');
  if (supervisor === undefined) throw new Error('the supervisor is not there');
  const pids = stack.databasePids();
  process.kill(supervisor, 'SIGSTOP');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await sleep(OUTAGE_MS - HANGS_MS);
  process.kill(supervisor, 'SIGCONT');
}
