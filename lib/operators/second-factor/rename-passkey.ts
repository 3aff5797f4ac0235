import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { labelField, passkeyIdField } from './schema.ts';
import { updateLabel } from './store.ts';

export const renamePasskey = verb(
  'second_factor.manage',
  z.object({ passkeyId: passkeyIdField, label: labelField }),
  async (actor, { passkeyId, label }) =>
    (await updateLabel(actor, passkeyId, label)) ? ok(null) : refuse('passkey.not_found'),
);
