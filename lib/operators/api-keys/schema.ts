import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { shownNameField } from '#lib/operators/schema.ts';
import { type ApiScope, apiScopes } from '#lib/vocabulary.ts';

/** In days. */
export const lifetimes = ['30', '90', '365'] as const;

export const createKeyInput = z.object({
  name: shownNameField('Type a name', { most: 80, tooLong: 'This is too long' }),
  /** Separated by blanks. */
  scopes: z
    .string('Choose what it may read')
    .transform((text) => text.split(' '))
    .pipe(z.array(z.enum(apiScopes), 'Choose what it may read').min(1, 'Choose what it may read'))
    .transform((chosen) => [...new Set(chosen)]),
  days: z.enum(lifetimes, 'Choose for how long').transform(Number),
});

export type ApiKeyRow = {
  keyId: string;
  name: string;
  /** Its last characters. */
  hint: string;
  scopes: readonly ApiScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  state: 'counts' | 'expired' | 'revoked';
};

export type KeyList = { asOf: string; keys: ApiKeyRow[] };

export type KeyForm = {
  name: string;
  problem: Refusal | null;
  /** Shown once; only its hash is stored. */
  key: string | null;
};
