import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { codeField } from '#lib/identity/schema.ts';

/** What a person does with all of their data; each needs a code of its own. */
export const dataWishes = ['export', 'erase'] as const;
export type DataWish = (typeof dataWishes)[number];

export const startConfirmationInput = z.object({ wish: z.enum(dataWishes) });

export const confirmationInput = z.object({ codeId: z.uuid('Ask for a new code'), code: codeField });

export const exportInput = z.object({ grant: z.string().max(1_000) });

export const erasureInput = z.object({ erasureId: z.uuid() });

/** Form state of both: `ready` has what opens the download. */
export type DataForm = {
  step: 'start' | 'code' | 'ready';
  codeId: string;
  sentTo: string;
  grant: string;
  problem: Refusal | null;
};

/** How far an erasure is. */
export type ErasureShown = {
  erasedAt: string | null;
  auraDeletedAt: string | null;
};
