import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosPress, EARLY_WITHDRAWAL, goThrough, LIVE, pressNow, sendOnce } from './device.ts';
import { type ChaosPerson, makePeople } from './people.ts';
import { type PlannedPress, planMoments, planPress, savesAddress } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { type Chapter, figure, mustBeZero, mustHold, seconds } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { readTruth } from './truth.ts';
import { misplaced, notAtAura, verdicts } from './verdicts.ts';
import { atMoments, until } from './waiting.ts';

const PRESSES = 200;
const OUTAGE_MS = 120_000;
/** First half: hanging server; second half: no server. They fail differently. */
const HANGS_MS = OUTAGE_MS / 2;
/** The last press comes before the server's return. */
const LAST_PRESS_MS = OUTAGE_MS - 3_000;
const TAKEN_BACK_SHARE = 0.08;
/** One person in this many has a TEST callout open during the real press. */
const PRACTISED_SHARE = 20;
/** AURA also fails some calls. */
const FAULTY_SHARE = 0.1;
const IN_DATABASE_WITHIN_MS = 30_000;
const SETTLED_WITHIN_MS = 60_000;
const NOT_FOLLOWED_MS = 1;

/** Presses while the database hangs, then is down. */
export async function runDatabaseOutage(stack: ChaosStack, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const planned = Array.from({ length: PRESSES }, () => planPress(random, TAKEN_BACK_SHARE));
  const moments = planMoments(random, PRESSES, LAST_PRESS_MS);
  const people = await makePeople(stack, PRESSES, (index) =>
    planned.slice(index, index + 1).some(savesAddress),
  );
  await stack.control('POST', 'switches', { cancelledCallout: 'ends' });
  const practice = await practise(stack, random, people);
  const before = await readTruth(stack);
  for (const effect of ['status', 'reset_after']) {
    await stack.control('POST', 'faults', { operation: 'createCallout', effect, share: FAULTY_SHARE / 2 });
  }
  const presses: ChaosPress[] = [];
  const outage = takeAway(stack);
  await atMoments(moments, async (index) => {
    const [person, plan] = [people[index], planned[index]];
    if (!person || !plan) throw new Error('there are fewer people than presses');
    const press = pressNow(plan, person);
    presses.push(press);
    await goThrough(stack, press, NOT_FOLLOWED_MS);
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
    const truth = await readTruth(stack);
    const isPending = presses.some(({ pressId }) => truth.rows.get(pressId)?.state === 'recorded');
    return !isPending && misplaced(presses, truth).length === 0;
  }, SETTLED_WITHIN_MS);
  return tell(presses, practice, await readTruth(stack), { upMs, inDatabaseMs });
}

/** Leaves TEST callouts open, which AURA returns for a real press. */
async function practise(
  stack: ChaosStack,
  random: Random,
  people: readonly ChaosPerson[],
): Promise<ChaosPress[]> {
  const practice: ChaosPress[] = [];
  for (const person of people.filter((_, index) => index % PRACTISED_SHARE === 0)) {
    const plan: PlannedPress = { ...planPress(random, 0), kind: 'test', place: 'live', door: 'json' };
    const press = pressNow(plan, person);
    practice.push(press);
    if (!(await sendOnce(stack, press, LIVE))) throw new Error('a practice press was not answered');
  }
  return practice;
}

function tell(
  presses: readonly ChaosPress[],
  practice: readonly ChaosPress[],
  truth: Awaited<ReturnType<typeof readTruth>>,
  { upMs, inDatabaseMs }: { upMs: number; inDatabaseMs: number | null },
): Chapter {
  const isEarly = (what: string) => what === EARLY_WITHDRAWAL;
  const atOnce = presses.filter(
    ({ receipts, unanswered }) => receipts.length > 0 && [...unanswered.keys()].every(isEarly),
  );
  const early = presses.filter(({ unanswered }) => unanswered.has(EARLY_WITHDRAWAL));
  const firstSaid = (state: string) => presses.filter((press) => press.receipts[0]?.state === state).length;
  return {
    title: 'Two minutes without the database',
    figures: [
      mustHold(
        'presses sent, every request of theirs answered within 8 s',
        `${presses.length}, ${atOnce.length}`,
        presses.length === PRESSES && atOnce.length === presses.length,
      ),
      figure('withdrawals that came before their press, and were repeated', String(early.length)),
      figure('requests without a receipt', unansweredWords(presses)),
      mustHold(
        'first answers: delivered with AURA’s id, recorded and still sending',
        `${firstSaid('delivered')}, ${firstSaid('recorded')}`,
        firstSaid('delivered') > presses.length / 2,
      ),
      mustHold('practice callouts open at AURA before', String(practice.length), practice.length > 0),
      figure('seconds until the server answered again', seconds(upMs)),
      mustHold(
        'seconds from then until every press was in the database (at most 30)',
        seconds(inDatabaseMs),
        inDatabaseMs !== null && inDatabaseMs <= IN_DATABASE_WITHIN_MS,
      ),
      mustBeZero('presses that AURA does not have in the end', notAtAura(presses, truth).length),
      ...verdicts([...presses, ...practice], truth),
    ],
  };
}

/** `press.not_recorded 2`, and so on. */
function unansweredWords(presses: readonly ChaosPress[]): string {
  const counts = new Map<string, number>();
  for (const { unanswered, door } of presses)
    for (const [what, times] of unanswered) {
      const name = `${what} (${door})`;
      counts.set(name, (counts.get(name) ?? 0) + times);
    }
  return [...counts].map(([what, times]) => `${what} ${times}`).join(', ') || 'none';
}

async function takeAway(stack: ChaosStack): Promise<void> {
  for (const pid of stack.databasePids()) process.kill(pid, 'SIGSTOP');
  await sleep(HANGS_MS);
  // SIGSTOP keeps the supervisor from restarting the server early.
  const supervisor = stack.pidOf('supervisor');
  if (supervisor === undefined) throw new Error('the supervisor is not there');
  const pids = stack.databasePids();
  process.kill(supervisor, 'SIGSTOP');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await sleep(OUTAGE_MS - HANGS_MS);
  process.kill(supervisor, 'SIGCONT');
}
