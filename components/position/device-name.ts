const KEY = 'vigil.device';

/** A name that this browser made up for itself, to tell two devices of one person apart. Says nothing of either. */
export function deviceName(): string {
  try {
    const kept = window.localStorage.getItem(KEY);
    if (kept && /^[\w-]{1,64}$/.test(kept)) return kept;
    const name = newName();
    window.localStorage.setItem(KEY, name);
    return name;
  } catch {
    // Storage is switched off: then it is another device after each reload, which costs a minute at most.
    return newName();
  }
}

function newName(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
