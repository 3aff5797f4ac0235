import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import { OVERLAP_MS, SECRET_BYTES } from './model.ts';
import { endpointIdField } from './schema.ts';
import { secretOf } from './signature-model.ts';
import { changeEndpoint } from './store.ts';

/** A new secret, shown once. The old one signs as well for a day. */
export const rotateHookSecret = verb(
  'hook.change',
  z.object({ endpointId: endpointIdField }),
  async (actor, { endpointId }) => {
    const secret = secretOf(randomBytes(SECRET_BYTES));
    const previousUntil = new Date(now().getTime() + OVERLAP_MS);
    const isChanged = await changeEndpoint(actor, endpointId, 'hook.rotate', (current) => ({
      secret,
      ...(current.secret === UNOPENED
        ? { previousSecret: null, previousUntil: null }
        : { previousSecret: current.secret, previousUntil }),
    }));
    return isChanged ? ok({ secret }) : refuse('hook.not_found');
  },
);
