import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { listDevicesOf } from '#lib/identity/devices.ts';
import { deviceOf } from '#lib/identity/person-session.ts';
import { browserFields, type DeviceShown } from '#lib/identity/schema.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** The phones and computers that can call for help in the person's name, this one first. */
export const listDevices = verb('device.list', z.object(browserFields), async (actor, browser) => {
  const own = await deviceOf(actor, browser);
  if (!own) return refuse('session.required');
  const rows = await listDevicesOf(actor.personId, now());
  const shown = rows.map(
    ({ id, name, signedInAt, lastUsedAt }): DeviceShown => ({
      deviceId: id,
      name,
      signedInAt: signedInAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      isThisOne: id === own.id,
    }),
  );
  return ok(shown.toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne)));
});
