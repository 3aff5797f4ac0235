import 'server-only';
import { z } from 'zod';
import { coveredAt } from '#lib/coverage/model.ts';
import type { CoveredHere } from '#lib/coverage/schema.ts';
import { listAreas } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';

const coveredHereInput = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** Null: of any kind. */
  responseTypeId: z.number().int().nullable().default(null),
});

/** Whether AURA offers a kind of help at the person's place; null where no document says so. The place is not kept. */
export const readCovered = verb(
  'coverage.ask',
  coveredHereInput,
  async (_actor, { latitude, longitude, responseTypeId }) => {
    const covered = coveredAt(await listAreas(), responseTypeId, { latitude, longitude });
    return ok({ isCovered: covered?.isCovered ?? null } satisfies CoveredHere);
  },
);
