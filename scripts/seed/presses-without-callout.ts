import { pressOutcomes } from '#lib/vocabulary.ts';
import type { Random } from '../chaos/random.ts';
import { line } from './aftermath.ts';
import type { Batch } from './batch.ts';
import {
  chance,
  DAY_MS,
  duration,
  HOUR_MS,
  MINUTE_MS,
  momentBefore,
  weighted,
  wholeBetween,
} from './draw.ts';
import type { SeedPerson } from './people.ts';
import { type SeedPlan, YEARS_MS } from './plan.ts';

/** Share of additional presses without a callout. */
const SHARE = 0.045;
/** On the board right now. */
const STILL_OPEN = 3;

type Ended = 'withdrawn' | 'rejected' | 'expired';
type Whose = { random: Random; people: readonly SeedPerson[]; operatorIds: readonly [string, ...string[]] };

/** Presses without a callout: refused, withdrawn, expired, or undelivered. */
export function addPressesWithoutCallout(batch: Batch, whose: Whose, plan: SeedPlan): void {
  const until = plan.until.getTime();
  const { random } = whose;
  for (let made = 0; made < Math.round(plan.callouts * SHARE); made += 1) {
    addEnded(batch, whose, momentBefore(random, until - HOUR_MS, YEARS_MS), true);
  }
  for (let made = 0; made < STILL_OPEN; made += 1) {
    addEnded(batch, whose, until - duration(random, 40 * MINUTE_MS), false);
    addWaiting(batch, whose, until - duration(random, MINUTE_MS));
  }
}

function addEnded(batch: Batch, whose: Whose, at: number, isTakenUp: boolean): void {
  const { random, operatorIds } = whose;
  const state = weighted<Ended>(random, [
    ['withdrawn', 55],
    ['rejected', 25],
    ['expired', 20],
  ]);
  const id = random.uuid();
  const needsOperator = state !== 'withdrawn' && isTakenUp;
  const operatorId = random.pick(operatorIds);
  const takenUpAt = at + 20_000 + duration(random, 3 * MINUTE_MS);
  const tookMs = endedAfterMs(random, state);
  batch.presses.push({
    ...pressOf(whose, id, at),
    state,
    attempts: state === 'withdrawn' ? wholeBetween(random, 0, 1) : wholeBetween(random, 1, 9),
    last_attempt_at: new Date(at + 200),
    withdraw_requested_at: state === 'withdrawn' ? new Date(at + tookMs) : null,
    last_problem: problemOf(random, state),
    settled_at: new Date(at + tookMs),
    ...(needsOperator
      ? { outcome: random.pick(pressOutcomes), outcome_at: new Date(takenUpAt), outcome_by: operatorId }
      : {}),
  });
  if (needsOperator) {
    batch.auditLines.push(
      line(random, takenUpAt, 'operator', operatorId, 'press.give_outcome', id, 'called'),
    );
  }
}

function endedAfterMs(random: Random, state: Ended): number {
  if (state === 'expired') return 10 * MINUTE_MS;
  return duration(random, state === 'withdrawn' ? 6_000 : 700);
}

function problemOf(random: Random, state: Ended): string | null {
  if (state === 'withdrawn') return null;
  if (state === 'rejected') return chance(random, 0.8) ? 'no_subscription' : 'refused';
  return chance(random, 0.6) ? 'aura_unavailable' : 'no_location';
}

/** Without a position it stays ours; the worker expires it after ten minutes. */
function addWaiting(batch: Batch, whose: Whose, at: number): void {
  batch.presses.push({
    ...pressOf(whose, whose.random.uuid(), at),
    state: 'recorded',
    attempts: 0,
    last_problem: 'no_location',
  });
}

function pressOf({ random, people }: Whose, id: string, at: number) {
  const person = people[Math.floor(random.next() * people.length)];
  if (!person) throw new Error('somebody has to press');
  return {
    id,
    person_id: person.id,
    kind: chance(random, 0.05) ? 'test' : 'real',
    pressed_at: new Date(at - duration(random, 250)),
    received_at: new Date(at),
  };
}

/** Operators' audit entries apart from callouts. */
export function addOperatorLines(batch: Batch, { random, people, operatorIds }: Whose, plan: SeedPlan): void {
  const until = plan.until.getTime();
  const days = Math.min(YEARS_MS / DAY_MS, plan.callouts);
  for (let day = 0; day < days; day += 1) {
    for (const operatorId of operatorIds) {
      const at = until - day * DAY_MS - random.next() * DAY_MS;
      batch.auditLines.push(line(random, at, 'operator', operatorId, 'operator.sign_in', operatorId, null));
    }
  }
  for (const person of people) {
    if (!chance(random, 0.15)) continue;
    const at = Math.floor(random.between(person.createdAt, until));
    const action = chance(random, 0.6) ? 'subscription.renew' : 'customer.read_private';
    batch.auditLines.push(line(random, at, 'operator', random.pick(operatorIds), action, person.id, null));
  }
}
