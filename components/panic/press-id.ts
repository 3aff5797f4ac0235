// Part of the inline script too: no schema library.

/** A press's id, which is its idempotency key. */
export function newPressId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  // Browsers keep randomUUID from pages that are not served securely, and older ones do not have it.
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
