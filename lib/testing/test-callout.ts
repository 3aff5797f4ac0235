import { randomInt, randomUUID } from 'node:crypto';
import { fetchActiveList } from '#lib/callouts/aura.ts';
import { recordCallout } from '#lib/callouts/store.ts';
import { insertPerson } from '#lib/customers/registration/store.ts';
import { transaction } from '#lib/db/database.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

export type TestCallout = {
  readonly calloutId: number;
  readonly personId: string;
  readonly mobile: string;
  readonly trackingUrl: string | null;
};

const YEAR_MS = 365 * 86_400_000;
const DEADLINE = { deadlineMs: 10_000 };

export type TestPerson = {
  readonly personId: string;
  readonly customerId: number;
  readonly mobile: string;
};

/** A new person with a subscription, in sandbox and database. Requires a test world. */
export async function registerTestPerson(at = new Date()): Promise<TestPerson> {
  const personId = randomUUID();
  const mobile = `+2772${String(randomInt(10_000_000)).padStart(7, '0')}`;
  const names = { name: 'Thandi', surname: 'Nkosi' };
  const period = { validFrom: at, validTo: new Date(at.getTime() + YEAR_MS) };
  const { customerId } = await auraClient().createCustomer(
    {
      customer: { ...names, mobile },
      subscription: {
        subscriptionTypeId: 4,
        validFrom: period.validFrom.toISOString(),
        validTo: period.validTo.toISOString(),
      },
    },
    DEADLINE,
  );
  await insertPerson(
    {
      id: personId,
      mobile,
      ...names,
      auraCustomerId: customerId,
      subscriptionTypeId: 4,
      subscriptionValidFrom: period.validFrom,
      subscriptionValidTo: period.validTo,
      createdAt: at,
    },
    randomUUID(),
  );
  return { personId, customerId, mobile };
}

/** A new person with a callout, in sandbox and database. */
export async function raiseTestCallout(at = new Date()): Promise<TestCallout> {
  const { personId, customerId, mobile } = await registerTestPerson(at);
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 12 };
  const created = await auraClient().createCallout({ customerId, location, responseTypeId: 1 }, DEADLINE);
  await transaction((tx) =>
    recordCallout(tx, {
      calloutId: created.calloutId,
      personId,
      kind: 'real',
      rawStatus: created.status,
      trackingUrl: created.url,
      responseTypeId: created.responseTypeId,
      fix: {
        latitude: location.latitude,
        longitude: location.longitude,
        accuracyM: location.accuracy,
        fixedAt: at,
        fixSource: 'live',
      },
      at,
    }),
  );
  return { calloutId: created.calloutId, personId, mobile, trackingUrl: created.url };
}

/** AURA's list of active callouts, as polled. */
export async function listedAtAura() {
  return [...((await fetchActiveList())?.callouts.values() ?? [])];
}
