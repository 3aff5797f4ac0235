import 'server-only';
import { z } from 'zod';
import { endApp } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';

/** Takes one's authenticator app out of use. An admin who then has no factor, and must, is led to set up the next. */
export const stopSecondFactor = verb(
  'second_factor.manage',
  z.object({ password: passwordField }),
  async (actor, { password }) => endApp(actor, password),
);
