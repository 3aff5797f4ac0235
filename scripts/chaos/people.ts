import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createAuraClient } from '#lib/aura/client.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import type { Reached } from './stack.ts';

const CONCURRENCY = 16;
const SUBSCRIPTION_TYPE_ID = 4;
const DAY_MS = 86_400_000;

export type ChaosPerson = {
  readonly personId: string;
  readonly customerId: number;
  readonly mobile: string;
  readonly token: string;
};

/** Latitude of the saved addresses. */
export const SAVED_LATITUDE = -33.9;
const SAVED_LONGITUDE = 18.4;

/**
 * Registered people: customers at AURA, rows here, and press tokens. Inserted directly, as registration is
 * not measured.
 */
export async function makePeople(
  stack: Reached,
  count: number,
  savesAddress: (index: number) => boolean = () => false,
): Promise<ChaosPerson[]> {
  const offset = (await countPeople(stack)) + 1;
  const validFrom = new Date(Date.now() - DAY_MS);
  const validTo = new Date(Date.now() + 30 * DAY_MS);
  const customers = await makeCustomers(stack, count, { validFrom, validTo }, (index) => ({
    name: 'Chaos',
    surname: `Person ${index}`,
    mobile: `+2782${String(offset + index).padStart(7, '0')}`,
  }));
  const people: NewPerson[] = customers.map(({ customerId, mobile }, index) => {
    const personId = randomUUID();
    const token = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
    return { personId, customerId, token, mobile, savesAddress: savesAddress(index) };
  });
  await withDatabase(stack, (database) => insertPeople(database, people, validFrom, validTo));
  return people;
}

/** Customers of AURA's that Vigil does not know, so that it follows none of their callouts. */
export async function makeStrangers(stack: Reached, count: number): Promise<number[]> {
  const validFrom = new Date(Date.now() - DAY_MS);
  const validTo = new Date(Date.now() + 30 * DAY_MS);
  const customers = await makeCustomers(stack, count, { validFrom, validTo }, (index) => ({
    name: 'Chaos',
    surname: `Stranger ${index}`,
    mobile: `+2783${String(index).padStart(7, '0')}`,
  }));
  return customers.map(({ customerId }) => customerId);
}

type Customer = { name: string; surname: string; mobile: string };

async function makeCustomers(
  stack: Reached,
  count: number,
  { validFrom, validTo }: { validFrom: Date; validTo: Date },
  customerAt: (index: number) => Customer,
): Promise<{ customerId: number; mobile: string }[]> {
  const { url, clientId, clientSecret } = stack.aura;
  const client = createAuraClient({ baseUrl: `${url}/panic-api/v2`, clientId, clientSecret });
  const made: { customerId: number; mobile: string }[] = [];
  const numbers = Array.from({ length: count }, (_, index) => index);
  const createUntilEmpty = async () => {
    for (let index = numbers.shift(); index !== undefined; index = numbers.shift()) {
      const customer = customerAt(index);
      const { customerId } = await client.createCustomer({
        customer,
        subscription: {
          subscriptionTypeId: SUBSCRIPTION_TYPE_ID,
          validFrom: validFrom.toISOString(),
          validTo: validTo.toISOString(),
        },
      });
      made[index] = { customerId, mobile: customer.mobile };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, createUntilEmpty));
  return made;
}

type NewPerson = ChaosPerson & { readonly savesAddress: boolean };

async function countPeople(stack: Reached): Promise<number> {
  return withDatabase(stack, async (database) => {
    const { rows } = await database.query<{ count: number }>('select count(*)::int as count from person');
    return rows[0]?.count ?? 0;
  });
}

async function insertPeople(
  database: Client,
  people: readonly NewPerson[],
  validFrom: Date,
  validTo: Date,
): Promise<void> {
  const ids = people.map(({ personId }) => personId);
  await database.query(
    `insert into "user" (id, name, email, email_verified, role, created_at, updated_at)
     select id, 'Chaos', id || '@person.vigil.test', true, 'person', now(), now() from unnest($1::text[]) as id`,
    [ids],
  );
  await database.query(
    `insert into person (id, mobile, name, surname, aura_customer_id, subscription_type_id,
       subscription_valid_from, subscription_valid_to, created_at)
     select id, mobile, 'Chaos', 'Person', customer, $4, $5, $6, now()
     from unnest($1::text[], $2::text[], $3::bigint[]) as given (id, mobile, customer)`,
    [
      ids,
      people.map(({ mobile }) => mobile),
      people.map(({ customerId }) => customerId),
      SUBSCRIPTION_TYPE_ID,
      validFrom,
      validTo,
    ],
  );
  await database.query(
    `update person set saved_place = '[' || $2::float8 || ',' || $3::float8 || ',null]', saved_at = now() where id = any($1::text[])`,
    [
      people.filter((one) => one.savesAddress).map(({ personId }) => personId),
      SAVED_LATITUDE,
      SAVED_LONGITUDE,
    ],
  );
}

/** A separate database connection, outside the app. */
export async function withDatabase<Value>(
  stack: Reached,
  work: (database: Client) => Promise<Value>,
): Promise<Value> {
  const database = new Client({ connectionString: stack.databaseUrl, connectionTimeoutMillis: 2_000 });
  // The server is killed under it; the failing query is handled.
  database.on('error', () => undefined);
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
