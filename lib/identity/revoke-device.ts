import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { findDevice, revokeDeviceOf } from '#lib/identity/devices.ts';
import { noteRevokedDevice } from '#lib/identity/press-token-editions.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** Signs a device of the person's out, and revokes its press tokens. One that was revoked before stays so. */
export const revokeDevice = verb(
  'device.revoke',
  z.object({ deviceId: z.uuid('Choose one of your devices') }),
  async (actor, { deviceId }) => {
    const { personId } = actor;
    const found = await findDevice(deviceId, personId);
    if (!found) return refuse('device.not_found');
    await revokeDeviceOf(actor, { id: deviceId, personId, signedInAt: found.signedInAt, at: now() });
    // Applies to this process at once, without waiting for the notification.
    noteRevokedDevice(deviceId);
    return ok(null);
  },
);
