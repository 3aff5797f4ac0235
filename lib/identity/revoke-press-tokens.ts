import 'server-only';
import { z } from 'zod';
import { transaction } from '#lib/db/database.ts';
import { ok } from '#lib/errors/result.ts';
import { raisePressTokenEdition } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { audit } from './audit.ts';

/** Switches off the person's button on every page that is open or kept anywhere; pages loaded after it work. */
export const revokePressTokens = verb('press_token.revoke', z.object({}), async (actor) => {
  await transaction(async (tx) => {
    await raisePressTokenEdition(tx, actor.personId);
    await audit(actor, { action: 'press_token.revoke', subject: actor.personId }, tx);
  });
  return ok(null);
});
