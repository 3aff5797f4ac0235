import { readPressParts } from '#lib/panic/model.ts';
import type { RaisePressInput } from '#lib/panic/schema.ts';

export type PressKind = 'real' | 'test';
/** A press as it leaves the device, and as it is kept there until its end is known. */
export type Press = Omit<RaisePressInput, 'sentAt' | 'graceSeconds'> & { kind: PressKind };

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads a press that this device wrote down; undefined when that is not what it is. */
export function readPress(written: unknown): Press | undefined {
  if (typeof written !== 'object' || written === null || !('pressId' in written)) return undefined;
  const { pressId } = written;
  if (typeof pressId !== 'string' || !UUID.test(pressId)) return undefined;
  const { location, kind, pressedAt, responseTypeId } = readPressParts({ ...written, pressId });
  // Without its time it could be from another day.
  if (!pressedAt) return undefined;
  const help = responseTypeId === null ? {} : { responseTypeId };
  const press = { pressId, kind, pressedAt: pressedAt.toISOString(), ...help };
  if (!location) return press;
  const { latitude, longitude, accuracy, source, fixedAt } = location;
  const at = (fixedAt ?? pressedAt).toISOString();
  return {
    ...press,
    location: { latitude, longitude, accuracy, fixedAt: at, source: source ?? 'last_known' },
  };
}

/** A press from an earlier life of the page: what was live when it was written down is not any more. */
export function asRecalled(recalled: Press): Press {
  const { location } = recalled;
  if (location?.source !== 'live' && location?.source !== 'recent') return recalled;
  return { ...recalled, location: { ...location, source: 'last_known' } };
}
