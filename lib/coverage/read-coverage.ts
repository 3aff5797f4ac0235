import 'server-only';
import { z } from 'zod';
import type { Coverage } from '#lib/coverage/schema.ts';
import { listAreas } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

export const readCoverage = verb('coverage.read', z.object({}), async () =>
  ok({ servedAt: now().toISOString(), areas: await listAreas() } satisfies Coverage),
);
