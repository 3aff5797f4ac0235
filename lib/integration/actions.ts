'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { registerWebhooks } from '#lib/integration/register-webhooks.ts';

export const registerWebhooksAction = action(operator, async ({ ask }) => {
  const registered = await ask(registerWebhooks, {});
  if (registered.ok) refresh();
  return registered;
});
