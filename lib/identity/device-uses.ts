import 'server-only';
import { deviceName } from '#lib/identity/device-model.ts';
import { type DeviceUse, recordUses } from '#lib/identity/devices.ts';
import { deviceIdOf, type PressClaims } from '#lib/identity/press-token.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// When a device was last used, to the day: a press notes it in memory alone, and one statement writes what was
// gathered, about once a day for a device and process.

const GATHER_MS = 5_000;
/** After a deploy all come at once; they are written little by little, so that no press waits behind them. */
const WRITTEN_AT_ONCE = 100;
/** Below the day that the list shows. */
const AGAIN_MS = 20 * 3_600_000;
/** Beyond it the memory begins anew; a device is then written once more. */
const REMEMBERED_AT_MOST = 100_000;

type Uses = {
  /** Until when a device needs no other note. */
  noted: Map<string, number>;
  waiting: DeviceUse[];
};

/** Notes that a press token was used. Costs no query and never throws. */
export function noteUse(claims: PressClaims, userAgent: string): void {
  const uses = processSingleton<Uses>('device-uses', () => ({ noted: new Map(), waiting: [] }));
  const deviceId = deviceIdOf(claims);
  const atMs = now().getTime();
  if ((uses.noted.get(deviceId) ?? 0) > atMs) return;
  if (uses.noted.size >= REMEMBERED_AT_MOST) uses.noted.clear();
  uses.noted.set(deviceId, atMs + AGAIN_MS);
  uses.waiting.push({
    deviceId,
    personId: claims.personId,
    name: deviceName(userAgent),
    signedInAt: new Date(claims.issuedAtMs),
  });
  if (uses.waiting.length === 1) setTimeout(() => write(uses), GATHER_MS).unref();
}

function write(uses: Uses): void {
  const gathered = uses.waiting.splice(0, WRITTEN_AT_ONCE);
  if (uses.waiting.length > 0) setTimeout(() => write(uses), GATHER_MS).unref();
  // What is lost is written with the next use that is noted.
  inBackground('noting when devices were used', async () => {
    try {
      await recordUses(gathered, now());
    } catch (error) {
      for (const { deviceId } of gathered) uses.noted.delete(deviceId);
      throw error;
    }
  });
}
