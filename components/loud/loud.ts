// Loud mode: a siren and a light, once for each delivered callout, until the person stops them. Kept by the tab, so that the
// page of the callout goes on with what the panic page began.

const LOUD_KEY = 'vigil-loud';
const CHANGED = 'vigil-loud';

/** Begins, unless this callout has had it. */
export function startLoud(calloutId: string): void {
  const [had] = read();
  if (had === calloutId) return;
  write(calloutId, 'on');
}

export function stopLoud(): void {
  const [calloutId = ''] = read();
  write(calloutId, 'over');
}

export function isLoud(): boolean {
  return read()[1] === 'on';
}

export function onLoudChange(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

let unkept = '';

function read(): string[] {
  try {
    return (sessionStorage.getItem(LOUD_KEY) ?? unkept).split(' ');
  } catch {
    // A browser that keeps nothing: as long as this page lives.
    return unkept.split(' ');
  }
}

function write(calloutId: string, state: 'on' | 'over'): void {
  unkept = `${calloutId} ${state}`;
  try {
    sessionStorage.setItem(LOUD_KEY, unkept);
  } catch {
    // As above.
  }
  window.dispatchEvent(new Event(CHANGED));
}
