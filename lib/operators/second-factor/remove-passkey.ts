import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { passwordProblem } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField } from '#lib/operators/schema.ts';
import { passkeyIdField } from './schema.ts';
import { deletePasskey } from './store.ts';

/** An admin whose last factor this was must set up another, where one is mandatory. */
export const removePasskey = verb(
  'second_factor.manage',
  z.object({ passkeyId: passkeyIdField, password: passwordField }),
  async (actor, { passkeyId, password }) => {
    const refused = await passwordProblem(actor.operatorId, password);
    if (refused) return refused;
    return (await deletePasskey(actor, passkeyId)) ? ok(null) : refuse('passkey.not_found');
  },
);
