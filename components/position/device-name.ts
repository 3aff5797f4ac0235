const KEY = 'vigil.device';

/** A random id of this browser, to distinguish one person's devices. */
export function deviceName(): string {
  try {
    const kept = window.localStorage.getItem(KEY);
    if (kept && /^[\w-]{1,64}$/.test(kept)) return kept;
    const name = newName();
    window.localStorage.setItem(KEY, name);
    return name;
  } catch {
    // Storage is off: a reload counts as another device, which costs at most a minute.
    return newName();
  }
}

function newName(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
