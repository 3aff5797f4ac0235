// Delivers webhooks to the registered URL, as reliably as the switch says.
import type { WebhookRegistration, World } from '../world.ts';

export type Delivery = { event: string; at: string; status: number | null };
export type WebhookBody = { message: string } & Record<string, unknown>;

const delayMs = 2_000;
const reorderWindowMs = 500;
const timeoutMs = 5_000;
const kept = 500;

export class Deliveries {
  readonly log: Delivery[] = [];
  #waiting: (() => void)[] = [];

  clear(): void {
    this.log.length = 0;
  }

  /** Asynchronous: never delays its cause. */
  send({ webhook, switches }: World, body: WebhookBody, at: string): void {
    if (!webhook?.events.includes(body.message)) return;
    const deliver = () => void this.#deliver(webhook, body, at);
    switch (switches.webhookDelivery) {
      case 'dropped':
        return;
      case 'doubled':
        deliver();
        deliver();
        return;
      case 'delayed':
        setTimeout(deliver, delayMs).unref();
        return;
      case 'reordered':
        this.#hold(deliver);
        return;
      default:
        deliver();
    }
  }

  /** Debounces deliveries and sends them in reverse order. */
  #hold(deliver: () => void): void {
    if (this.#waiting.push(deliver) > 1) return;
    setTimeout(() => {
      const held = this.#waiting.reverse();
      this.#waiting = [];
      for (const release of held) release();
    }, reorderWindowMs).unref();
  }

  async #deliver(webhook: WebhookRegistration, body: WebhookBody, at: string): Promise<void> {
    const delivery: Delivery = { event: body.message, at, status: null };
    this.log.push(delivery);
    if (this.log.length > kept) this.log.shift();
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: { ...webhook.headers, 'content-type': 'application/json', 'x-sandbox': 'vigil' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      delivery.status = response.status;
    } catch {
      // Failed: AURA delivers at most once, so it is lost; the log shows it without a status.
      delivery.status = null;
    }
  }
}
