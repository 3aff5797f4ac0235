import 'server-only';
import { randomUUID } from 'node:crypto';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { readFile } from './read-file.ts';
import { uploadImportInput } from './schema.ts';
import { insertImport, knownMobiles } from './store.ts';

/** Dry run: parses, validates and stores a file without calling AURA. */
export const uploadImport = verb(
  'customer_import.upload',
  uploadImportInput,
  async (actor, { fileName, bytes, subscriptionTypeId }) => {
    const types = await listSubscriptionTypes(actor, {});
    if (!types.ok) return types;
    if (!types.value.some(({ id }) => id === subscriptionTypeId)) {
      return refuse('input.invalid', { subscriptionTypeId: 'Choose one of the subscriptions in the list' });
    }
    const read = await readFile(bytes);
    if (!read.ok) return read;
    const known = await knownMobiles(read.value.good.map(({ mobile }) => mobile));
    const good = read.value.good.filter(({ mobile }) => !known.has(mobile));
    const alreadyHere = read.value.good
      .filter(({ mobile }) => known.has(mobile))
      .map(({ row, mobile }) => ({
        row,
        column: 'mobile',
        value: mobile,
        reason: 'Registered with Vigil already',
      }));
    const importId = randomUUID();
    const head = {
      id: importId,
      fileName,
      subscriptionTypeId,
      ignoredColumns: read.value.ignoredColumns,
      uploadedAt: now(),
      uploadedBy: actor.operatorId,
    };
    await insertImport(head, good, [...read.value.bad, ...alreadyHere]);
    await audit(actor, { action: 'customer_import.upload', subject: importId });
    return ok({ importId });
  },
);
