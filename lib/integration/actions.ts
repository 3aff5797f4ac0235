'use server';

import { refresh } from 'next/cache';
import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { registerWebhooks } from '#lib/integration/register-webhooks.ts';
import type { WebhooksRegistered } from '#lib/integration/schema.ts';

/** Tells AURA to deliver its events here. */
export async function registerWebhooksAction(): Promise<Result<WebhooksRegistered>> {
  const registered = await registerWebhooks(await operatorFrom(await requestHeaders()), {});
  if (registered.ok) refresh();
  return registered;
}
