import 'server-only';
import { listContacts } from '#lib/customers/contact-store.ts';
import { findCustomer } from '#lib/customers/person-store.ts';
import { contactsOf } from '#lib/customers/trusted-contact.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { partsOf } from '#lib/geo/kept-place.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { openedWords } from '#lib/platform/unopened.ts';
import { listCalloutsOf } from './history-store.ts';
import { nearbyOf } from './nearby.ts';
import { rowOf } from './record-model.ts';
import { type CustomerRecord, oneCustomerInput, type PressLine } from './schema.ts';
import { countCallouts, listPresses } from './store.ts';

const PRESSES_SHOWN = 100;
const CALLOUTS_SHOWN = 100;

/** Our record of a customer; makes no call to AURA. */
export const readCustomer = verb('customer.read', oneCustomerInput, async (_actor, { customerId }) => {
  const row = await findCustomer(customerId);
  if (!row) return refuse('customer.not_found');
  const at = now();
  const [callouts, presses, lines, nearby, contacts] = await Promise.all([
    countCallouts(row.id),
    listPresses(row.id, PRESSES_SHOWN + 1),
    listCalloutsOf(row.id, CALLOUTS_SHOWN),
    nearbyOf(row),
    listContacts(row.id),
  ]);
  const { latitude, longitude } = partsOf(row.savedPlace);
  const { savedAt } = row;
  return ok({
    ...rowOf(row, at),
    personId: row.id,
    asOf: at.toISOString(),
    origin: row.origin,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    subscriptionId: row.subscriptionId,
    subscriptionTypeId: row.subscriptionTypeId,
    subscriptionAsOf: (row.subscriptionAsOf ?? row.createdAt).toISOString(),
    address:
      latitude === null || longitude === null || savedAt === null
        ? null
        : {
            address: openedWords(row.savedAddress) ?? '',
            latitude,
            longitude,
            savedAt: savedAt.toISOString(),
          },
    trusted: contactsOf(row, contacts),
    callouts,
    calloutLines: lines.map(({ calloutId, kind, stage, at }) => ({
      calloutId,
      kind,
      stage,
      at: at.toISOString(),
    })),
    nearby,
    presses: presses.slice(0, PRESSES_SHOWN).map(lineOf),
    hasOlderPresses: presses.length > PRESSES_SHOWN,
  } satisfies CustomerRecord);
});

function lineOf({ press, outcomeBy }: Awaited<ReturnType<typeof listPresses>>[number]): PressLine {
  const { id: pressId, kind, state, receivedAt, calloutId, outcome, outcomeAt } = press;
  return {
    pressId,
    kind,
    state,
    receivedAt: receivedAt.toISOString(),
    calloutId: state === 'delivered' ? calloutId : null,
    outcome:
      outcome && outcomeAt && outcomeBy ? { outcome, by: outcomeBy, at: outcomeAt.toISOString() } : null,
  };
}
