import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { findErasure } from './erasure-store.ts';
import { type ErasureShown, erasureInput } from './schema.ts';

/** How far an erasure is, for whoever has its random number: the person has no account any more. */
export const readErasure = verb('erasure.read', erasureInput, async (_actor, { erasureId }) => {
  const row = await findErasure(erasureId);
  if (!row) return refuse('erasure.not_found');
  const { erasedAt, auraDeletedAt } = row;
  return ok({
    erasedAt: erasedAt?.toISOString() ?? null,
    auraDeletedAt: auraDeletedAt?.toISOString() ?? null,
  } satisfies ErasureShown);
});
