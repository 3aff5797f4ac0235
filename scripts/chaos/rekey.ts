import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CANNOT_BE_OPENED } from '#lib/platform/unopened.ts';
import { type ChaosPress, goThrough, pressNow } from './device.ts';
import { signInOperator } from './operator.ts';
import { makePeople } from './people.ts';
import { planMoments, planPress, savesAddress } from './plan.ts';
import { seeded } from './random.ts';
import { type Chapter, figure, mustBeZero, mustHold } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { isOpen, readTruth, type Truth } from './truth.ts';
import { notAtAura, verdicts } from './verdicts.ts';
import { atMoments } from './waiting.ts';

const PRESSES = 600;
/** Half of the callouts are open already when the keys change. */
const BEFORE = PRESSES / 2;
const PRESSED_WITHIN_MS = 20_000;
const READ_EVERY_MS = 250;
const PAGES_READ_AT_THE_END = 100;

type RekeyPlan = { readonly seed: number; readonly oldKey: string };

/** `npm run rekey` beside presses and open callouts; then the old key is taken off the list. */
export async function runRekey(stack: ChaosStack, { seed, oldKey }: RekeyPlan): Promise<Chapter> {
  const random = seeded(seed);
  const planned = Array.from({ length: PRESSES }, () => planPress(random, 0));
  const people = await makePeople(stack, PRESSES, (index) =>
    planned.slice(index, index + 1).some(savesAddress),
  );
  const presses: ChaosPress[] = [];
  const pressOf = async (on: ChaosStack, index: number) => {
    const [person, plan] = [people[index], planned[index]];
    if (!person || !plan) throw new Error('there are fewer people than presses');
    const press = pressNow(plan, person);
    presses.push(press);
    await goThrough(on, press);
  };
  const oldCookie = await signInOperator(stack);
  await atMoments(planMoments(random, BEFORE, PRESSED_WITHIN_MS), (index) => pressOf(stack, index));
  const openBefore = await openIds(stack);

  const newKey = randomBytes(48).toString('base64url');
  const listed = { SECRET_KEY: `${newKey},${oldKey}` };
  const both = await stack.again(listed);
  const isSignedIn = (await fetchPage(both, oldCookie, openBefore[0] ?? 0)).ok;
  const ended = new AbortController();
  const reading = readPages(both, oldCookie, openBefore, ended.signal);
  const [rekeyed] = await Promise.all([
    rekey(both, listed.SECRET_KEY),
    atMoments(planMoments(random, PRESSES - BEFORE, PRESSED_WITHIN_MS), (index) =>
      pressOf(both, BEFORE + index),
    ),
  ]);
  ended.abort();
  const meanwhile = await reading;
  // What was written meanwhile has the new key: a second run finds hardly anything to do.
  const second = await rekey(both, listed.SECRET_KEY);

  const alone = await both.again({ SECRET_KEY: newKey });
  const third = await rekey(alone, newKey);
  const openAfter = await openIds(alone);
  const cookie = await signInOperator(alone);
  const atTheEnd = await readEach(alone, cookie, openAfter.slice(0, PAGES_READ_AT_THE_END));
  return tell(presses, await readTruth(alone), {
    openBefore: openBefore.length,
    ...{ isSignedIn, rekeyed, second, third, meanwhile, atTheEnd },
  });
}

type Course = {
  readonly openBefore: number;
  readonly isSignedIn: boolean;
  readonly rekeyed: Rekeyed;
  readonly second: Rekeyed;
  readonly third: Rekeyed;
  readonly meanwhile: Read;
  readonly atTheEnd: Read;
};

function tell(presses: readonly ChaosPress[], truth: Truth, course: Course): Chapter {
  const { openBefore, isSignedIn, rekeyed, second, third, meanwhile, atTheEnd } = course;
  const answered = presses.filter(({ receipts }) => receipts.length > 0).length;
  return {
    title: 'Keys changed under load',
    figures: [
      mustHold('presses sent, answered', `${presses.length}, ${answered}`, answered === PRESSES),
      mustHold('callouts open when the keys changed', `${openBefore}`, openBefore > 0),
      mustHold('an operator’s session goes on under both keys', isSignedIn ? 'yes' : 'no', isSignedIn),
      mustHold(
        'values sealed anew beside the presses; exit code',
        `${rekeyed.sealed}; ${rekeyed.code}`,
        rekeyed.sealed > 0 && rekeyed.code === 0,
      ),
      mustHold(
        'values that a second run still sealed; exit code',
        `${second.sealed}; ${second.code}`,
        second.code === 0,
      ),
      figure('pages of open callouts read meanwhile', meanwhile.read),
      mustBeZero('of them with an error, or with a field that cannot be opened', meanwhile.broken),
      mustHold(
        'with the new key alone, values that are not sealed by it; exit code',
        `${third.sealed + third.unopened}; ${third.code}`,
        third.sealed + third.unopened === 0 && third.code === 0,
      ),
      mustHold(
        'pages of open callouts read with the new key alone; of them broken',
        `${atTheEnd.read}; ${atTheEnd.broken}`,
        atTheEnd.read > 0 && atTheEnd.broken === 0,
      ),
      mustBeZero('acknowledged presses that AURA neither has nor refused', notAtAura(presses, truth).length),
      ...verdicts(presses, truth),
    ],
  };
}

async function openIds(stack: ChaosStack): Promise<number[]> {
  const { callouts } = await readTruth(stack);
  return [...callouts.values()].filter(isOpen).map(({ id }) => id);
}

type Read = { read: number; broken: number };

async function readPages(
  stack: ChaosStack,
  cookie: string,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<Read> {
  const done: Read = { read: 0, broken: 0 };
  while (!signal.aborted) {
    await readOne(stack, cookie, ids[done.read % ids.length] ?? 0, done);
    await sleep(READ_EVERY_MS);
  }
  return done;
}

async function readEach(stack: ChaosStack, cookie: string, ids: readonly number[]): Promise<Read> {
  const done: Read = { read: 0, broken: 0 };
  for (const id of ids) await readOne(stack, cookie, id, done);
  return done;
}

async function readOne(stack: ChaosStack, cookie: string, id: number, done: Read): Promise<void> {
  const page = await fetchPage(stack, cookie, id);
  done.read += 1;
  if (!page.ok || (await page.text()).includes(CANNOT_BE_OPENED)) done.broken += 1;
}

const fetchPage = ({ url }: ChaosStack, cookie: string, id: number) =>
  fetch(`${url}/admin/callouts/${id}`, { headers: { cookie }, redirect: 'manual' });

type Rekeyed = { readonly code: number | null; readonly sealed: number; readonly unopened: number };

/** The command itself, as an operator of the deployment runs it. */
async function rekey({ databaseUrl, aura }: ChaosStack, secretKey: string): Promise<Rekeyed> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/rekey.ts'], {
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      SECRET_KEY: secretKey,
      AURA_BASE_URL: `${aura.url}/panic-api/v2`,
      AURA_CLIENT_ID: aura.clientId,
      AURA_CLIENT_SECRET: aura.clientSecret,
      SMS_WEBHOOK_URL: `${aura.url}/sms`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'close');
  const sum = (pattern: RegExp) =>
    [...said.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  return {
    code: child.exitCode,
    sealed: sum(/: (\d+) sealed anew/g),
    unopened: sum(/(\d+) cannot be opened/g),
  };
}
