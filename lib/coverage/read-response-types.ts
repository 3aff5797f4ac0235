import 'server-only';
import { z } from 'zod';
import type { HelpTypes, ResponseType } from '#lib/coverage/schema.ts';
import { listResponseTypes } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** The panic page must render without the database. */
const BUDGET_MS = 1_000;

/** The kinds of help that AURA offers, as last heard; without the database, as this process last read them. */
export const readResponseTypes = verb('response_type.list', z.object({}), async () => {
  const memory = processSingleton('response-types', () => ({ types: [] as ResponseType[] }));
  try {
    memory.types = await withTimeout(listResponseTypes(), BUDGET_MS);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'response types not read');
  }
  const { types } = memory;
  return ok({ types, standardId: env.AURA_RESPONSE_TYPE_ID ?? types[0]?.id ?? null } satisfies HelpTypes);
});
