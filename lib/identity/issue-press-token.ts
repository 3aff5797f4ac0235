import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { findPressClaims } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** For the panic page, so that a later press needs neither session nor database. */
export const issuePressToken = verb('press_token.issue', z.object({}), async (actor) => {
  const claims = await findPressClaims(actor.personId);
  return ok({ token: signPressToken({ ...claims, issuedAtMs: now().getTime() }) });
});
