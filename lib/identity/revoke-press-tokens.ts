import 'server-only';
import { z } from 'zod';
import { transaction } from '#lib/db/database.ts';
import { ok } from '#lib/errors/result.ts';
import { noteEdition } from '#lib/identity/press-token-editions.ts';
import { raisePressTokenEdition } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { audit } from './audit.ts';

/** Switches off the person's button on every page that is open or kept anywhere; pages loaded after it work. */
export const revokePressTokens = verb('press_token.revoke', z.object({}), async (actor) => {
  const { personId } = actor;
  const edition = await transaction(async (tx) => {
    const raised = await raisePressTokenEdition(tx, personId);
    await audit(actor, { action: 'press_token.revoke', subject: personId }, tx);
    return raised;
  });
  // Here it counts at once, whatever becomes of the announcement.
  noteEdition({ personId, edition });
  return ok({ personId });
});
