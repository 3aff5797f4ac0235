import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { resetHashes } from './reset-hash.ts';
import { resetTokenField } from './schema.ts';
import { findReset } from './store.ts';

/** Reading does not use the link up, as message apps prefetch links. */
export const readPasswordLink = verb(
  'operator.redeem_password_link',
  z.object({ token: resetTokenField }),
  async (_actor, { token }) => {
    const found = await findReset(resetHashes(token), now());
    return found ? ok({ email: found.email }) : refuse('password_reset.gone');
  },
);
