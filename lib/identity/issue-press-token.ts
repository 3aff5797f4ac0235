import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { deviceOf } from '#lib/identity/person-session.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { browserFields } from '#lib/identity/schema.ts';
import { findPressClaims } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';

/** For the panic page of a session, so that a later press needs neither session nor database. */
export const issuePressToken = verb('press_token.issue', z.object(browserFields), async (actor, browser) => {
  const [device, claims] = await Promise.all([deviceOf(actor, browser), findPressClaims(actor.personId)]);
  if (!device) return refuse('session.required');
  const issuedAtMs = device.signedInAt.getTime();
  return ok({ token: signPressToken({ ...claims, deviceId: device.id, issuedAtMs }) });
});
