'use server';

import { refresh } from 'next/cache';
import { changeAction, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { apiScopes } from '#lib/vocabulary.ts';
import { createApiKey } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import type { KeyForm } from './schema.ts';

export const createKeyAction = formAction<KeyForm>(operator, async ({ run, fields }) => {
  const { name = '', days } = fields;
  // A box for each.
  const scopes = apiScopes.filter((scope) => fields[scope] !== undefined).join(' ');
  const made = await run(createApiKey, { name, days, scopes });
  if (!made.ok) return { name, problem: made, key: null };
  refresh();
  return { name, problem: null, key: made.value.key };
});

export const revokeKeyAction = changeAction(operator, revokeApiKey);
