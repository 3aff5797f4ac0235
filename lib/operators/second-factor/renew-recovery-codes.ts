import 'server-only';
import { z } from 'zod';
import { replaceOwnRecoveryCodes } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';

/** New recovery codes, shown once; the old ones become invalid. */
export const renewRecoveryCodes = verb(
  'second_factor.manage',
  z.object({ password: passwordField }),
  async (actor, { password }) => replaceOwnRecoveryCodes(actor, password),
);
