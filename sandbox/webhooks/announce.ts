import type { WebhookEvent } from '#lib/aura/contract/webhooks.ts';
import { customerView, nestedView, subscriptionView } from '../api/views.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Callout, Customer, Subscription } from '../world.ts';

function announce(sandbox: Sandbox, message: WebhookEvent, about: Record<string, unknown>): void {
  sandbox.deliveries.send(sandbox.world, { message, ...about }, sandbox.nowText());
}

export function announceCallout(sandbox: Sandbox, message: WebhookEvent, callout: Callout): void {
  announce(sandbox, message, { callout: nestedView(sandbox, callout) });
}

export function announceCustomer(sandbox: Sandbox, message: WebhookEvent, customer: Customer): void {
  announce(sandbox, message, { customer: customerView(sandbox, customer) });
}

export function announceSubscription(
  sandbox: Sandbox,
  message: WebhookEvent,
  subscription: Subscription,
): void {
  announce(sandbox, message, { subscription: subscriptionView(sandbox, subscription) });
}
