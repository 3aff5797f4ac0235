import 'server-only';
import type { AuraClient } from '#lib/aura/client.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { callAura } from '#lib/upstream/aura-client.ts';
import type { SubscriptionAtAura } from './schema.ts';

export const READ_DEADLINE_MS = 4_000;

export type ReadCode = 'customer.not_at_aura' | 'aura.not_asked';

export async function reading<Value>(
  call: (aura: AuraClient) => Promise<Value>,
): Promise<Result<Value, ReadCode>> {
  const answer = await callAura(call);
  return answer.ok ? answer : refuse(answer.kind === 'not_found' ? 'customer.not_at_aura' : 'aura.not_asked');
}

/** All of a customer's subscriptions, including those on which they are a dependant. */
export async function fetchSubscriptions(
  customerId: number,
): Promise<Result<SubscriptionAtAura[], ReadCode>> {
  const read = await reading((aura) =>
    aura.listCustomerSubscriptions({ customerId }, { deadlineMs: READ_DEADLINE_MS }),
  );
  return read.ok ? ok(read.value.subscriptions.map(ourWords)) : read;
}

type AuraWords = {
  subscriptionId: number;
  customerId: number | null;
  subscriptionTypeId: number | null;
  validFrom: string | null;
  validTo: string | null;
  cancelledAt: string | null;
};

export function ourWords({ customerId, ...rest }: AuraWords): SubscriptionAtAura {
  const { subscriptionId, subscriptionTypeId, validFrom, validTo, cancelledAt } = rest;
  return { subscriptionId, ownerId: customerId, subscriptionTypeId, validFrom, validTo, cancelledAt };
}
