import 'server-only';
import { z } from 'zod';
import type { AuraClient } from '#lib/aura/client.ts';
import { ourWords, READ_DEADLINE_MS, type ReadCode, reading } from '#lib/customers/subscriptions/aura.ts';
import type { SubscriptionAtAura } from '#lib/customers/subscriptions/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type ChangeCode, callAura, changeCodes } from '#lib/upstream/aura-client.ts';

// Maps AURA's customers and subscriptions to our model. Expected failures are values; defects are thrown.

const CHANGE_DEADLINE_MS = 10_000;

async function changing<Value>(
  call: (aura: AuraClient) => Promise<Value>,
): Promise<Result<Value, ChangeCode>> {
  const answer = await callAura(call);
  return answer.ok ? answer : refuse(changeCodes[answer.outcome]);
}

/** All of AURA's fields of a customer under AURA's keys; non-text values are JSON. */
export type CustomerAtAura = {
  name: string | null;
  surname: string | null;
  mobile: string | null;
  profile: Record<string, string>;
};

const presentText = z.union([z.string(), z.boolean(), z.number()]).transform(String).catch('');

export async function fetchCustomer(customerId: number): Promise<Result<CustomerAtAura, ReadCode>> {
  const read = await reading((aura) => aura.readCustomer({ customerId }, { deadlineMs: READ_DEADLINE_MS }));
  if (!read.ok) return read;
  const { name, surname, mobile, ...rest } = read.value;
  const profile = Object.entries(rest).map(([key, value]) => [key, presentText.parse(value).trim()] as const);
  return ok({
    name,
    surname,
    mobile,
    profile: Object.fromEntries(profile.filter(([, text]) => text !== '')),
  });
}

/** Customer ids of a subscription's dependants; null when AURA lists none or the list is unreadable. */
export async function fetchDependants(subscriptionId: number): Promise<Result<number[] | null, ReadCode>> {
  const read = await reading((aura) =>
    aura.readSubscription({ subscriptionId }, { deadlineMs: READ_DEADLINE_MS }),
  );
  if (!read.ok) return read;
  return ok(read.value.dependants?.toSorted((a, b) => a - b) ?? null);
}

export async function changeSubscription(
  subscriptionId: number,
  validTo: Date,
  dependantCustomerIds?: readonly number[],
): Promise<Result<SubscriptionAtAura, ChangeCode>> {
  const changed = await changing((aura) =>
    aura.renewSubscription(
      {
        subscriptionId,
        validTo: validTo.toISOString(),
        ...(dependantCustomerIds ? { dependantCustomerIds: [...dependantCustomerIds] } : {}),
      },
      { deadlineMs: CHANGE_DEADLINE_MS },
    ),
  );
  return changed.ok ? ok(ourWords(changed.value)) : changed;
}

/** Creates a subscription from `validFrom` on. AURA refuses while another is active. */
export async function createSubscription(
  customerId: number,
  subscriptionTypeId: number,
  period: { validFrom: Date; validTo: Date },
): Promise<Result<SubscriptionAtAura, ChangeCode>> {
  const created = await changing((aura) =>
    aura.createSubscription(
      {
        customerId,
        subscriptionTypeId,
        validFrom: period.validFrom.toISOString(),
        validTo: period.validTo.toISOString(),
      },
      { deadlineMs: CHANGE_DEADLINE_MS },
    ),
  );
  return created.ok ? ok(ourWords(created.value)) : created;
}

export async function endSubscription(
  subscriptionId: number,
  reason: string,
): Promise<Result<null, ChangeCode>> {
  const ended = await changing((aura) =>
    aura.cancelSubscription({ subscriptionId, reason }, { deadlineMs: CHANGE_DEADLINE_MS }),
  );
  return ended.ok ? ok(null) : ended;
}

/** Soft-deletes a customer. An unknown id counts as already deleted. */
export async function removeCustomer(customerId: number): Promise<Result<null, ChangeCode>> {
  const removed = await callAura((aura) =>
    aura.deleteCustomer({ customerId }, { deadlineMs: CHANGE_DEADLINE_MS }),
  );
  return removed.ok || removed.kind === 'not_found' ? ok(null) : refuse(changeCodes[removed.outcome]);
}
