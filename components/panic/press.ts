import * as z from 'zod/mini';
import { readPressParts } from '#lib/panic/model.ts';
import type { RaisePressInput } from '#lib/panic/schema.ts';

export type PressKind = 'real' | 'test';
/** A press as it leaves the device, and as it is kept there until its end is known. */
export type Press = Omit<RaisePressInput, 'sentAt' | 'graceSeconds'> & { kind: PressKind };

const keptPress = z.looseObject({ pressId: z.uuid() });

/** Reads a press that this device wrote down; undefined when that is not what it is. */
export function readPress(written: unknown): Press | undefined {
  const kept = keptPress.safeParse(written);
  if (!kept.success) return undefined;
  const { location, pressId, kind, pressedAt, responseTypeId } = readPressParts(kept.data);
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
