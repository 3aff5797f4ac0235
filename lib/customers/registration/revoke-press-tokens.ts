import 'server-only';
import { z } from 'zod';
import { revokeTokens } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { noteEdition } from '#lib/identity/press-token-editions.ts';
import { verb } from '#lib/identity/verb.ts';

/** Switches off the person's button on every page that is open or kept anywhere; pages loaded after it work. */
export const revokePressTokens = verb('press_token.revoke', z.object({}), async (actor) => {
  const { personId } = actor;
  const edition = await revokeTokens(actor);
  // Here it counts at once, whatever becomes of the announcement.
  noteEdition({ personId, edition });
  return ok({ personId });
});
