import {
  CODES_KEY,
  type DeviceStore,
  forgetOnDevice,
  keepOnDevice,
  readFromDevice,
} from '#components/panic/device-store.ts';
import { partOf } from '#lib/geo/reading.ts';
import { now } from '#lib/platform/clock.ts';

// One-use codes that this device keeps while it is online: a text that carries one is the press of that id. Part of the
// inline script too: no schema library.

/** A code, and the id of the press that it is for; `isTaken`: that press was made. */
export type KeptCode = { pressId: string; code: string; expiresAt: string; isTaken?: boolean };

/** The codes on this device that still count. */
export function readCodes(store?: () => DeviceStore): KeptCode[] {
  const kept = readFromDevice(CODES_KEY, store);
  return Array.isArray(kept) ? kept.filter(isCode) : [];
}

export function keepCodes(codes: readonly KeptCode[], store?: () => DeviceStore): void {
  keepOnDevice(CODES_KEY, codes, store);
}

export function forgetCodes(): void {
  forgetOnDevice(CODES_KEY);
}

/** The id for a new press, where there is a code for it. */
export function takeCodedId(store?: () => DeviceStore): string | undefined {
  const codes = readCodes(store);
  const next = codes.find(({ isTaken }) => !isTaken);
  if (!next) return undefined;
  // Where that cannot be kept, the same id would be the next press's as well.
  const isKept = keepOnDevice(
    CODES_KEY,
    codes.map((each) => (each === next ? { ...each, isTaken: true } : each)),
    store,
  );
  return isKept ? next.pressId : undefined;
}

/** The code of a press; undefined where it has none. */
export function codeOf(pressId: string | undefined, store?: () => DeviceStore): string | undefined {
  return readCodes(store).find((each) => each.pressId === pressId)?.code;
}

function isCode(kept: unknown): kept is KeptCode {
  const [id, code, until] = ['pressId', 'code', 'expiresAt'].map((name) => partOf(kept, name));
  return (
    typeof id === 'string' &&
    typeof code === 'string' &&
    typeof until === 'string' &&
    Date.parse(until) > now().getTime()
  );
}
