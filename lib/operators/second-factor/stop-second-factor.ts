import 'server-only';
import { z } from 'zod';
import { endApp } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';

/** Removes the authenticator app. An admin without a factor must then set up another. */
export const stopSecondFactor = verb(
  'second_factor.manage',
  z.object({ password: passwordField }),
  async (actor, { password }) => endApp(actor, password),
);
