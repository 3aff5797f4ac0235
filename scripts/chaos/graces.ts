import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LIVE } from './device.ts';
import { type ChaosPerson, makePeople } from './people.ts';
import { planMoments } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { type Chapter, figure, mustBeZero, mustHold, seconds } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { isOpen, readTruth, type Truth } from './truth.ts';
import { atMoments, until } from './waiting.ts';

// Presses whose devices vanish in the grace, while the process that holds them is killed.

const PRESSES = 640;
const MET_AT_LEAST = 500;
const GRACE_S = 12;
const PRESSED_WITHIN_MS = 150_000;
/**
 * How long the app is up before it is killed: shorter than the grace, so that nearly every one meets a kill, and longer
 * than a failed start, whose backoff would keep the app away.
 */
const UP_FOR_MS = [6_000, 8_000] as const;
const SHARES = { withdraws: 0.15, sendsNow: 0.1, textsToo: 0.1, textsOnly: 0.05 } as const;

const ANSWER_WITHIN_MS = 4_000;
const AGAIN_AFTER_MS = 300;
const GIVE_UP_AFTER_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;

export const GRACES_SETTINGS = { SMS_PRESS_NUMBER: '+27820009911', SMS_IN_TOKEN: 'the gateway of this run' };

type Course = keyof typeof SHARES | 'vanishes';

type HeldPress = {
  readonly pressId: string;
  readonly course: Course;
  readonly afterMs: number;
  readonly person: ChaosPerson;
  readonly code: string | null;
  pressedAtMs: number;
  sendsAtMs: number | null;
  /** The state that its withdrawal was answered with. */
  withdrawal: string | null;
  isTextTaken: boolean;
};

const receiptSchema = z.object({ state: z.string(), sendsAt: z.iso.datetime().nullish() });
const codesSchema = z.object({ codes: z.array(z.object({ code: z.string() })).min(1) });

/** Held presses for two and a half minutes, while the app is killed at shorter intervals than a grace is long. */
export async function runGraces(stack: ChaosStack, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const people = await makePeople(stack, PRESSES);
  const presses: HeldPress[] = [];
  for (const person of people) presses.push(await plan(stack, random, person));
  const killsAtMs: number[] = [];
  const ended = new AbortController();
  const killing = killUntil(stack, random, killsAtMs, ended.signal);
  await atMoments(planMoments(random, PRESSES, PRESSED_WITHIN_MS), async (index) => {
    const press = presses[index];
    if (press) await goThrough(stack, press);
  });
  ended.abort();
  await killing;
  const settledMs = await until(async () => {
    const { rows } = await readTruth(stack);
    return presses.every(({ pressId }) => rows.get(pressId)?.state !== 'recorded');
  }, SETTLED_WITHIN_MS);
  return tell(presses, await readTruth(stack), killsAtMs, settledMs);
}

async function plan(stack: ChaosStack, random: Random, person: ChaosPerson): Promise<HeldPress> {
  const course = drawCourse(random);
  const pressId = random.uuid();
  const isByText = course === 'textsToo' || course === 'textsOnly';
  return {
    ...{ pressId, course, person, pressedAtMs: 0, sendsAtMs: null, withdrawal: null, isTextTaken: false },
    afterMs: random.between(0, GRACE_S * 900),
    code: isByText ? await codeFor(stack, person, pressId) : null,
  };
}

function drawCourse(random: Random): Course {
  let left = random.next();
  for (const [course, share] of Object.entries(SHARES)) {
    // safe: the keys of SHARES
    if (left < share) return course as Course;
    left -= share;
  }
  return 'vanishes';
}

async function codeFor(stack: ChaosStack, { token }: ChaosPerson, pressId: string): Promise<string> {
  const answer = await post(`${stack.url}/api/panic/codes`, { pressIds: [pressId] }, token);
  const [first] = codesSchema.parse(await answer.json()).codes;
  if (!first) throw new Error('no code was issued');
  return first.code;
}

async function goThrough(stack: ChaosStack, press: HeldPress): Promise<void> {
  press.pressedAtMs = Date.now();
  if (press.course !== 'textsOnly') await send(stack, press);
  // From here on the device is gone, but for what its person did before.
  const within = press.pressedAtMs + press.afterMs - Date.now();
  if (press.course !== 'vanishes' && within > 0) await sleep(within);
  if (press.course === 'withdraws') await withdraw(stack, press);
  if (press.course === 'sendsNow') await about(stack, press, 'send');
  if (press.code !== null) await text(stack, press, press.code);
}

async function send(stack: ChaosStack, press: HeldPress): Promise<void> {
  const { pressId, person, pressedAtMs } = press;
  const at = new Date(pressedAtMs).toISOString();
  const body = { pressId, kind: 'real', pressedAt: at, pressToken: person.token, graceSeconds: GRACE_S };
  await repeat(async () => {
    const sentAt = new Date().toISOString();
    const answer = await post(`${stack.url}/api/panic`, {
      ...body,
      sentAt,
      location: { ...LIVE, fixedAt: at },
    });
    const { sendsAt } = receiptSchema.parse(await answer.json());
    if (sendsAt) press.sendsAtMs = Date.parse(sendsAt);
  });
}

async function withdraw(stack: ChaosStack, press: HeldPress): Promise<void> {
  press.withdrawal = (await about(stack, press, 'withdraw')) ?? null;
}

/** The state that was answered; undefined when it was too late. */
function about(stack: ChaosStack, { pressId, person }: HeldPress, what: 'send' | 'withdraw') {
  return repeat(async () => {
    const answer = await post(`${stack.url}/api/panic/${pressId}/${what}`, null, person.token);
    const body: unknown = await answer.json();
    return answer.status === 409 ? undefined : receiptSchema.parse(body).state;
  });
}

async function text(stack: ChaosStack, press: HeldPress, code: string): Promise<void> {
  const body = `SOS ${code} ${LIVE.latitude},${LIVE.longitude}`;
  const delivery = { from: press.person.mobile, body, receivedAt: new Date().toISOString() };
  await repeat(async () => {
    const answer = await post(`${stack.url}/api/webhooks/sms-in`, delivery, GRACES_SETTINGS.SMS_IN_TOKEN);
    if (answer.status !== 202) throw new Error(`the text was answered ${answer.status}`);
    press.isTextTaken = true;
  });
}

/** Until it is answered: servers are killed meanwhile. */
async function repeat<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < GIVE_UP_AFTER_MS) {
    try {
      return await work();
    } catch {
      // Not answered, or not by the app: tried again, and a press that stays without an answer is judged.
      await sleep(AGAIN_AFTER_MS);
    }
  }
  return undefined;
}

function post(url: string, body: unknown, bearer?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: body === null ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
}

async function killUntil(
  stack: ChaosStack,
  random: Random,
  atMs: number[],
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    await until(() => stack.isUp('app'), GIVE_UP_AFTER_MS);
    await sleep(random.between(...UP_FOR_MS));
    const pid = stack.pidOf('app');
    if (pid === undefined || ended.aborted) continue;
    process.kill(pid, 'SIGKILL');
    atMs.push(Date.now());
  }
}

function tell(
  presses: readonly HeldPress[],
  truth: Truth,
  killsAtMs: readonly number[],
  settledMs: number | null,
): Chapter {
  const callouts = [...truth.callouts.values()];
  const of = ({ person }: HeldPress) => callouts.filter(({ customerId }) => customerId === person.customerId);
  const stateOf = ({ pressId }: HeldPress) => truth.rows.get(pressId)?.state;
  const held = presses.filter(({ sendsAtMs }) => sendsAtMs !== null);
  const met = held.filter(({ pressedAtMs, sendsAtMs }) =>
    killsAtMs.some((at) => at > pressedAtMs && at < (sendsAtMs ?? 0)),
  );
  const isTaken = (press: HeldPress) => press.sendsAtMs !== null || press.isTextTaken;
  // A withdrawal that arrives while AURA is asked is answered *recorded*, and ends as withdrawn.
  const isTakenBack = (press: HeldPress) => press.course === 'withdraws' && stateOf(press) === 'withdrawn';
  const lost = presses.filter(
    (press) => isTaken(press) && !isTakenBack(press) && stateOf(press) !== 'delivered',
  );
  const early = held.filter(
    (press) =>
      press.course !== 'sendsNow' &&
      of(press).some(({ createdAtMs }) => createdAtMs < (press.sendsAtMs ?? 0)),
  );
  const withdrawn = presses.filter((press) => press.withdrawal === 'withdrawn' || isTakenBack(press));
  const byText = presses.filter(({ isTextTaken }) => isTextTaken);
  return {
    title: 'The app killed in the grace',
    figures: [
      figure('presses, kills of the app', `${presses.length}, ${killsAtMs.length}`),
      mustHold(
        `graces in which the app was killed (at least ${MET_AT_LEAST})`,
        String(met.length),
        met.length >= MET_AT_LEAST,
      ),
      figure(
        'withdrawn within the grace, pressed by a text too or alone',
        `${withdrawn.length}, ${byText.length}`,
      ),
      mustBeZero('presses that nothing answered', presses.filter((press) => !isTaken(press)).length),
      mustBeZero('held presses and texts lost', lost.length),
      mustBeZero('callouts doubled', presses.filter((press) => of(press).length > 1).length),
      mustBeZero('sent before the end of their grace', early.length),
      mustBeZero(
        'said to be withdrawn, with a callout open at AURA',
        withdrawn.filter((press) => of(press).some(isOpen)).length,
      ),
      mustHold('seconds until all were settled', seconds(settledMs), settledMs !== null),
    ],
  };
}
