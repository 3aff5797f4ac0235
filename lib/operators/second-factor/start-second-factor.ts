import 'server-only';
import { encode } from 'uqr';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { beginApp } from '#lib/identity/own-factors.ts';
import { verb } from '#lib/identity/verb.ts';
import { passwordField, type QrPicture } from '#lib/operators/schema.ts';

const QUIET_ZONE = 4;

/** A TOTP secret, shown once, with recovery codes for a first factor; inactive until verified by a code. */
export const startSecondFactor = verb(
  'second_factor.manage',
  z.object({ headers: z.instanceof(Headers), password: passwordField }),
  async (actor, { headers, password }) => {
    const begun = await beginApp(headers, actor.operatorId, password);
    if (!begun.ok) return begun;
    const { uri, recoveryCodes } = begun.value;
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    return ok({ uri, secret, picture: drawQr(uri), recoveryCodes });
  },
);

function drawQr(text: string): QrPicture {
  const { data, size } = encode(text, { border: QUIET_ZONE });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
