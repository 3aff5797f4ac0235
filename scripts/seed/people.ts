import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import type { Random } from '../chaos/random.ts';
import { chance, DAY_MS, normal, weighted, wholeBetween } from './draw.ts';
import { NAMES, STREETS, SURNAMES, TOWNS, UNASSIGNED_PREFIX } from './names.ts';
import { FIRST_ID, type SeedPlan, YEARS_MS } from './plan.ts';
import type { persons, RowOf, users } from './shapes.ts';

/** The person's facts that others depend on. */
export type SeedPerson = {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  readonly mobile: string;
  readonly createdAt: number;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** Some registered before the first callout. */
const EARLIER_MS = 0.6 * YEARS_MS;

/** People in order of registration; `from`: how many exist. */
export function drawPeople(random: Random, count: number, from: number, plan: SeedPlan): SeedPerson[] {
  const until = plan.until.getTime() - DAY_MS;
  const instants = Array.from({ length: count }, () =>
    Math.floor(until - random.next() * (YEARS_MS + EARLIER_MS)),
  ).sort((one, other) => one - other);
  return instants.map((createdAt, index) => drawPerson(random, from + index, createdAt));
}

export function drawPerson(random: Random, number: number, createdAt: number): SeedPerson {
  const town = weighted(random, TOWNS);
  return {
    id: random.uuid(),
    name: random.pick(NAMES),
    surname: random.pick(SURNAMES),
    mobile: mobileOf(number),
    createdAt,
    town: town.name,
    latitude: town.latitude + town.spread * normal(random),
    longitude: town.longitude + town.spread * normal(random),
  };
}

/** Unique, and dissimilar for neighbours. */
function mobileOf(number: number): string {
  const MILLIONS = 10_000_000;
  return UNASSIGNED_PREFIX + String((number * 7_654_321) % MILLIONS).padStart(7, '0');
}

export function userRow({ id, name, createdAt }: SeedPerson): RowOf<typeof users> {
  const at = new Date(createdAt);
  return { id, name, email: `${id}@people.invalid`, role: 'person', created_at: at, updated_at: at };
}

/** As after registration and later events. */
export function personRow(
  random: Random,
  person: SeedPerson,
  number: number,
  until: number,
): RowOf<typeof persons> {
  const createdAt = new Date(person.createdAt);
  return {
    id: person.id,
    mobile: person.mobile,
    mobile_hash: mobileColumns(person.mobile).mobileHash,
    name: person.name,
    surname: person.surname,
    aura_customer_id: FIRST_ID.customer + number,
    ...subscriptionOf(random, person.createdAt, number, until),
    created_at: createdAt,
    origin: weighted(random, [
      ['registration', 80],
      ['import', 12],
      ['operator', 6],
      ['hosted_signup', 2],
    ]),
    deleted_at: chance(random, 0.01) ? between(random, person.createdAt, until) : null,
    ...(chance(random, 0.3) ? addressOf(random, person) : {}),
    ...(chance(random, 0.5)
      ? {
          contact_name: random.pick(NAMES),
          contact_mobile: mobileOf(wholeBetween(random, 5_000_000, 9_000_000)),
        }
      : {}),
  };
}

/** Renewed yearly, lapsed, or cancelled. */
function subscriptionOf(random: Random, createdAt: number, number: number, until: number) {
  const year = 365 * DAY_MS;
  const isRenewed = chance(random, 0.85);
  const years = isRenewed ? Math.floor((until - createdAt) / year) + 1 : 1;
  const validFrom = createdAt + (years - 1) * year;
  return {
    subscription_type_id: chance(random, 0.75) ? 4 : 5,
    subscription_valid_from: new Date(validFrom),
    subscription_valid_to: new Date(validFrom + year - 1_000),
    subscription_id: FIRST_ID.subscription + number,
    subscription_cancelled_at: chance(random, 0.05) ? between(random, createdAt, until) : null,
    subscription_as_of: between(random, createdAt, until),
  };
}

function addressOf(random: Random, { latitude, longitude, town, createdAt }: SeedPerson) {
  return {
    saved_place: { latitude, longitude, accuracyM: null },
    saved_address: `${wholeBetween(random, 1, 240)} ${random.pick(STREETS)} Street, ${town}`,
    saved_at: new Date(createdAt),
  };
}

function between(random: Random, from: number, until: number): Date {
  return new Date(Math.floor(random.between(from, until)));
}
