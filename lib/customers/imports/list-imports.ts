import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { toImport } from './row-model.ts';
import { countRows, listNewestImports } from './store.ts';

const LISTED = 20;

export const listImports = verb('customer_import.read', z.object({}), async () => {
  const records = await listNewestImports(LISTED);
  const at = now();
  return ok(
    await Promise.all(records.map(async (record) => toImport(record, await countRows(record.id), [], at))),
  );
});
