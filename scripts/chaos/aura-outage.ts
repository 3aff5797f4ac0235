import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosPress, newPress, sendUntilAnswered, withdraw } from './device.ts';
import { makePeople } from './people.ts';
import { seeded } from './random.ts';
import { type Chapter, mustBeZero, mustHold, told } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { falselyConfirmed, lost, readTruth } from './truth.ts';
import { atMoments, until } from './waiting.ts';

const MINUTE_MS = 60_000;
const PRESSES = 200;
/** AURA is away for this long … */
const OUTAGE_MS = 5 * MINUTE_MS;
/** … and a press expires after this, so that some do while it is away. */
export const EXPIRY_MINUTES = 3;
const EXPIRY_MS = EXPIRY_MINUTES * MINUTE_MS;
const DELIVERED_WITHIN_MS = 40_000;
/** Nobody presses when the expiry would fall into the time after AURA's return, where either end is right. */
const EXPIRED_UNTIL_MS = OUTAGE_MS - EXPIRY_MS - 5_000;
const ALIVE_FROM_MS = OUTAGE_MS - EXPIRY_MS + DELIVERED_WITHIN_MS + 5_000;
/** One press in this many is taken back. */
const WITHDRAWN_SHARE = 8;
const SETTLED_WITHIN_MS = 90_000;

type Part = { readonly press: ChaosPress; readonly isAlive: boolean; readonly isWithdrawn: boolean };

/** Presses while AURA resets every second connection and answers 503 on the others. */
export async function runAuraOutage(stack: ChaosStack, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const people = await makePeople(stack, PRESSES);
  const parts: Part[] = [];
  const moments = people
    .map((_, index) =>
      index % 2 === 0
        ? random.between(0, EXPIRED_UNTIL_MS)
        : random.between(ALIVE_FROM_MS, OUTAGE_MS - 2_000),
    )
    .sort((one, other) => one - other);
  await stack.control('POST', 'faults', { operation: 'any', effect: 'reset_before', share: 0.5 });
  await stack.control('POST', 'faults', { operation: 'any', effect: 'status', status: 503 });
  const outage = sleep(OUTAGE_MS);
  await atMoments(moments, async (index) => {
    const person = people[index];
    if (!person) return;
    const press = newPress(random, person);
    const part = {
      press,
      isAlive: (moments[index] ?? 0) >= ALIVE_FROM_MS,
      isWithdrawn: index % WITHDRAWN_SHARE === 0,
    };
    parts.push(part);
    await sendUntilAnswered(stack, press);
    if (part.isWithdrawn) await until(() => withdraw(stack, press), SETTLED_WITHIN_MS);
  });
  await outage;
  await stack.control('DELETE', 'faults');

  const wanted = parts.filter(({ isAlive, isWithdrawn }) => isAlive && !isWithdrawn);
  const stateOf = async () => (await readTruth(stack)).rows;
  const deliveredMs = await until(async () => {
    const rows = await stateOf();
    return wanted.every(({ press }) => rows.get(press.pressId)?.state === 'delivered');
  }, SETTLED_WITHIN_MS);
  await until(
    async () => [...(await stateOf()).values()].every(({ state }) => state !== 'recorded'),
    SETTLED_WITHIN_MS,
  );
  return tell(parts, await readTruth(stack), deliveredMs);
}

function tell(
  parts: readonly Part[],
  truth: Awaited<ReturnType<typeof readTruth>>,
  deliveredMs: number | null,
): Chapter {
  const presses = parts.map(({ press }) => press);
  const withdrawn = parts.filter(({ isWithdrawn }) => isWithdrawn);
  const expired = parts.filter(({ isAlive, isWithdrawn }) => !isAlive && !isWithdrawn);
  const atAura = new Set(truth.callouts.map(({ customerId }) => customerId));
  const reached = (some: readonly Part[]) =>
    some.filter(({ press }) => atAura.has(press.person.customerId)).length;
  const inState = (some: readonly Part[], wanted: string) =>
    some.filter(({ press }) => truth.rows.get(press.pressId)?.state === wanted).length;
  return {
    title: 'Five minutes without AURA',
    figures: [
      told(
        'presses sent, of them expired meanwhile, taken back',
        `${parts.length}, ${expired.length}, ${withdrawn.length}`,
      ),
      mustBeZero('presses never answered', presses.filter((press) => press.told.length === 0).length),
      mustHold(
        'seconds from AURA’s return until all the others were delivered (at most 40)',
        deliveredMs === null ? 'never' : (deliveredMs / 1_000).toFixed(1),
        deliveredMs !== null && deliveredMs <= DELIVERED_WITHIN_MS,
      ),
      mustBeZero('expired presses that reached AURA', reached(expired)),
      mustBeZero('expired presses that do not end as expired', expired.length - inState(expired, 'expired')),
      mustBeZero('presses taken back that reached AURA', reached(withdrawn)),
      mustBeZero(
        'presses taken back that do not end as withdrawn',
        withdrawn.length - inState(withdrawn, 'withdrawn'),
      ),
      mustBeZero('acknowledged presses lost', lost(presses, truth).length),
      mustBeZero(
        'answers that said delivered without AURA’s id for that person',
        falselyConfirmed(presses, truth),
      ),
    ],
  };
}
