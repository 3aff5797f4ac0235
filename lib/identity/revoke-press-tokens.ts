import 'server-only';
import { z } from 'zod';
import { raisePressTokenEdition } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { audit } from '#lib/platform/audit.ts';
import { transaction } from '#lib/platform/db/database.ts';
import { ok } from '#lib/platform/result.ts';

/** Switches off the person's button on every page that is open or kept anywhere; pages loaded after it work. */
export const revokePressTokens = verb('press_token.revoke', z.object({}), async (actor) => {
  await transaction(async (tx) => {
    await raisePressTokenEdition(tx, actor.personId);
    await audit(actor, { action: 'press_token.revoke', subject: actor.personId }, tx);
  });
  return ok(null);
});
