import 'server-only';
import { z } from 'zod';
import { revokeTokens } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { noteEdition } from '#lib/identity/press-token-editions.ts';
import { verb } from '#lib/identity/verb.ts';

/** Revokes the press tokens of all loaded or cached pages, and all other devices; pages loaded afterwards get a valid one. */
export const revokePressTokens = verb('press_token.revoke', z.object({}), async (actor) => {
  const { personId } = actor;
  const edition = await revokeTokens(actor);
  // Applies to this process at once, without waiting for the notification.
  noteEdition({ personId, edition });
  return ok(actor);
});
