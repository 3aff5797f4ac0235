'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { registerWebhooks } from '#lib/integration/register-webhooks.ts';

export const registerWebhooksAction = action(operator, async ({ run }) => {
  const registered = await run(registerWebhooks, {});
  if (registered.ok) refresh();
  return registered;
});
