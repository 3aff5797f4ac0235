import { type RaisePressInput, raisePressInput } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';

export type PressKind = 'real' | 'test';
/** A press as it leaves the device, and as it is kept there until its end is known. */
export type Press = Omit<RaisePressInput, 'sentAt'> & { kind: PressKind };

/** Reads a press that this device wrote down; undefined when that is not what it is. */
export function readPress(written: unknown): Press | undefined {
  const { data } = raisePressInput.safeParse(written);
  if (!data) return undefined;
  const { location, pressId, kind } = data;
  return {
    pressId,
    kind,
    pressedAt: data.pressedAt.toISOString(),
    ...(location ? { location: { ...location, fixedAt: location.fixedAt.toISOString() } } : {}),
  };
}

/** A press from an earlier life of the page: what was live when it was written down is not any more. */
export function asRecalled(recalled: Press): Press {
  const { location } = recalled;
  if (location?.source !== 'live' && location?.source !== 'recent') return recalled;
  return { ...recalled, location: { ...location, source: 'last_known' } };
}

/** A new press, made at this moment. Its id makes sending it again harmless. */
export function newPress(kind: PressKind): Press {
  return { pressId: newPressId(), pressedAt: now().toISOString(), kind };
}

function newPressId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  // Browsers keep randomUUID from pages that are not served securely; getRandomValues they all have.
  return uuidFrom(globalThis.crypto.getRandomValues(new Uint8Array(16)));
}

/** 16 random bytes as a version 4 UUID. */
export function uuidFrom(random: Uint8Array): string {
  const bytes = Uint8Array.from(random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
