import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { toImport } from '#lib/imports/row-model.ts';
import { countRows, listNewestImports } from '#lib/imports/store.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const LISTED = 20;

/** The newest files, without their rows. */
export const listImports = verb('customer_import.read', z.object({}), async () => {
  const records = await listNewestImports(LISTED);
  const at = now();
  return ok(
    await Promise.all(records.map(async (record) => toImport(record, await countRows(record.id), [], at))),
  );
});
