import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosPress, goThrough, pressNow } from './device.ts';
import { makePeople } from './people.ts';
import { type PlannedPress, planMoments, planPress, savesAddress } from './plan.ts';
import { seeded } from './random.ts';
import { type Chapter, mustBeZero, mustHold, seconds } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { isOpen, readTruth, type Truth } from './truth.ts';
import { verdicts } from './verdicts.ts';
import { atMoments, until } from './waiting.ts';

const MINUTE_MS = 60_000;
const PRESSES = 200;
/** Duration of the outage. */
const OUTAGE_MS = 5 * MINUTE_MS;
/** Short, so that some presses expire during the outage. */
export const EXPIRY_MINUTES = 3;
const EXPIRY_MS = EXPIRY_MINUTES * MINUTE_MS;
const DELIVERED_WITHIN_MS = 40_000;
/** No presses whose expiry falls after AURA's return, where both outcomes are valid. */
const EXPIRED_UNTIL_MS = OUTAGE_MS - EXPIRY_MS - 5_000;
const ALIVE_FROM_MS = OUTAGE_MS - EXPIRY_MS + DELIVERED_WITHIN_MS + 5_000;
/** One press in this many is withdrawn. */
const WITHDRAWN_SHARE = 8;
const TAKEN_BACK_AFTER_MS = 10_000;
const SETTLED_WITHIN_MS = 90_000;
const NOT_FOLLOWED_MS = 1;

/** In the last minute AURA does not even process. */
const DEAD_FROM_MS = OUTAGE_MS - MINUTE_MS;
/** Tokens still work before that; without one nothing would be sent. */
const OPERATIONS = [
  'createCallout',
  'listActiveCallouts',
  'readCallout',
  'cancelCallout',
  'updateLocation',
  'updateLocationAndRead',
  'sendEvent',
  'listEvents',
] as const;
/** Every call fails, half before and half after the work, which leaves callouts with unknown outcomes. */
const FAULTS = [
  { effect: 'reset_before', share: 0.3 },
  { effect: 'reset_after', share: 0.3 },
  { effect: 'status_after', status: 503, share: 0.3 },
  { effect: 'status_after', status: 429, share: 0.3 },
  { effect: 'status', status: 401, share: 0.2 },
  { effect: 'status', status: 503 },
] as const;

type Part = { readonly press: ChaosPress; readonly isAlive: boolean; readonly isWithdrawn: boolean };

/** Presses while AURA answers nothing but processes some calls. */
export async function runAuraOutage(stack: ChaosStack, seed: number): Promise<Chapter> {
  await stack.control('POST', 'reset', { seed });
  const random = seeded(seed);
  const early = planMoments(random, PRESSES / 2, EXPIRED_UNTIL_MS);
  const late = planMoments(random, PRESSES / 2, OUTAGE_MS - 2_000 - ALIVE_FROM_MS);
  const moments = [...early, ...late.map((atMs) => ALIVE_FROM_MS + atMs)];
  const planned = moments.map((_, index): PlannedPress => {
    const isTakenBack = index % WITHDRAWN_SHARE === 0;
    const press = planPress(random, 0);
    return { ...press, takenBackAfterMs: isTakenBack ? random.between(0, TAKEN_BACK_AFTER_MS) : null };
  });
  const people = await makePeople(stack, PRESSES, (index) =>
    planned.slice(index, index + 1).some(savesAddress),
  );
  for (const operation of OPERATIONS) {
    for (const fault of FAULTS) await stack.control('POST', 'faults', { operation, ...fault });
  }
  const dying = sleep(DEAD_FROM_MS).then(() =>
    stack.control('POST', 'faults', { operation: 'any', effect: 'status', status: 503 }),
  );
  const parts: Part[] = [];
  const outage = sleep(OUTAGE_MS);
  await atMoments(moments, async (index) => {
    const [person, plan] = [people[index], planned[index]];
    if (!person || !plan) throw new Error('there are fewer people than presses');
    const press = pressNow(plan, person);
    const isAlive = index >= early.length;
    parts.push({ press, isAlive, isWithdrawn: plan.takenBackAfterMs !== null });
    await goThrough(stack, press, NOT_FOLLOWED_MS);
  });
  await Promise.all([outage, dying]);
  const atReturn = await readTruth(stack);
  await stack.control('DELETE', 'faults');

  const wanted = parts.filter(({ isAlive, isWithdrawn }) => isAlive && !isWithdrawn);
  const rowsNow = async () => (await readTruth(stack)).rows;
  const deliveredMs = await until(async () => {
    const rows = await rowsNow();
    return wanted.every(({ press }) => rows.get(press.pressId)?.state === 'delivered');
  }, SETTLED_WITHIN_MS);
  await until(
    async () => [...(await rowsNow()).values()].every(({ state }) => state !== 'recorded'),
    SETTLED_WITHIN_MS,
  );
  return tell(parts, atReturn, await readTruth(stack), deliveredMs);
}

function tell(parts: readonly Part[], atReturn: Truth, truth: Truth, deliveredMs: number | null): Chapter {
  const presses = parts.map(({ press }) => press);
  const withdrawn = parts.filter(({ isWithdrawn }) => isWithdrawn).map(({ press }) => press);
  const expired = parts
    .filter(({ isAlive, isWithdrawn }) => !isAlive && !isWithdrawn)
    .map(({ press }) => press);
  const stateOf = ({ pressId }: ChaosPress) => truth.rows.get(pressId)?.state;
  const openOf = ({ person }: ChaosPress, { callouts }: Truth) =>
    [...callouts.values()].find((callout) => callout.customerId === person.customerId && isOpen(callout));
  const unheard = presses.filter((press) => openOf(press, atReturn)).length;
  const thereAfterAll = expired.filter((press) => openOf(press, truth));
  const isRight = (press: ChaosPress) =>
    openOf(press, truth) ? stateOf(press) === 'delivered' : stateOf(press) === 'expired';
  const tooLate = expired.filter((press) => {
    const callout = openOf(press, truth);
    return callout && callout.createdAtMs > press.pressedAtMs + EXPIRY_MS + 1_000;
  });
  return {
    title: 'Five minutes without AURA',
    figures: [
      mustHold(
        'presses sent, answered, of them expired meanwhile, taken back',
        `${parts.length}, ${presses.filter((press) => press.receipts.length > 0).length}, ${expired.length}, ${withdrawn.length}`,
        parts.length === PRESSES && presses.every((press) => press.receipts.length > 0),
      ),
      mustHold(
        'callouts that AURA had made by its return, and no receipt named',
        String(unheard),
        unheard > 0 && atReturn.callouts.size > 0,
      ),
      mustHold(
        'seconds from AURA’s return until all unexpired presses were delivered (at most 40)',
        seconds(deliveredMs),
        deliveredMs !== null && deliveredMs <= DELIVERED_WITHIN_MS,
      ),
      mustBeZero('expired presses sent to AURA after their expiry', tooLate.length),
      mustBeZero(
        `expired presses that do not end as expired, or, AURA having made a callout before (${thereAfterAll.length}), as delivered`,
        expired.filter((press) => !isRight(press)).length,
      ),
      mustBeZero(
        'presses taken back that do not end as withdrawn',
        withdrawn.filter((press) => stateOf(press) !== 'withdrawn').length,
      ),
      ...verdicts(presses, truth),
    ],
  };
}
