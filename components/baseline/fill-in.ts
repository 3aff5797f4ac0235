// Polyfills for the oldest supported browsers (`browserslist` in package.json), loaded first by
// instrumentation-client.ts. scripts/checks/browser-baseline.ts reads FILLED_IN.

type Maker = (this: never, ...args: never[]) => unknown;

function timeout(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms);
  return controller.signal;
}

function any(signals: Iterable<AbortSignal>): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true, signal: controller.signal });
  }
  return controller.signal;
}

function throwIfAborted(this: AbortSignal): void {
  if (this.aborted) throw this.reason ?? new DOMException('The operation was aborted.', 'AbortError');
}

function withResolvers() {
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  return { promise, resolve, reject };
}

function findLastIndex(
  this: readonly unknown[],
  isIt: (each: unknown, index: number, all: unknown) => unknown,
) {
  for (let index = this.length - 1; index >= 0; index -= 1) if (isIt(this[index], index, this)) return index;
  return -1;
}

function randomUUID(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Static functions by owner. */
const STATIC: Record<string, Record<string, Maker>> = {
  AbortSignal: { any, timeout },
  Object: {
    hasOwn: (owner: unknown, name: PropertyKey) =>
      Reflect.getOwnPropertyDescriptor(Object(owner), name) !== undefined,
  },
  Promise: { withResolvers },
  URL: {
    canParse: (url: string, base?: string) => {
      try {
        return Boolean(new URL(url, base));
      } catch {
        // The result itself: it cannot be parsed.
        return false;
      }
    },
  },
};

/** Methods by owner. */
const METHODS: Record<string, Record<string, Maker>> = {
  AbortSignal: { throwIfAborted },
  Array: {
    at(this: readonly unknown[], index: number) {
      return this[index < 0 ? this.length + index : index];
    },
    findLast(this: readonly unknown[], isIt: Parameters<typeof findLastIndex>[0]) {
      return this[findLastIndex.call(this, isIt)];
    },
    findLastIndex,
    toReversed(this: readonly unknown[]) {
      return [...this].reverse();
    },
    toSorted(this: readonly unknown[], compare?: (one: unknown, other: unknown) => number) {
      return [...this].sort(compare);
    },
    toSpliced(this: readonly unknown[], ...how: [start: number, count: number, ...unknown[]]) {
      const copy = [...this];
      copy.splice(...how);
      return copy;
    },
  },
  String: {
    isWellFormed(this: string) {
      return [...this].every((each) => !/^[\uD800-\uDFFF]$/.test(each));
    },
    at(this: string, index: number) {
      return this[index < 0 ? this.length + index : index];
    },
  },
  Crypto: { randomUUID },
};

/** Feature names as used by the check. */
export const FILLED_IN: readonly string[] = [
  ...namesIn(STATIC, (owner, name) => `${owner}.${name}`),
  ...namesIn(METHODS, (owner, name) =>
    owner === 'Crypto' ? `crypto.${name}` : `${owner}.prototype.${name}`,
  ),
];

function namesIn(by: Record<string, Record<string, Maker>>, named: (owner: string, name: string) => string) {
  return Object.keys(by).flatMap((owner) => Object.keys(by[owner] ?? {}).map((name) => named(owner, name)));
}

/** Adds only what is missing. */
export function fillIn(): void {
  for (const [owner, functions] of Object.entries(STATIC)) add(ownerNamed(owner), functions);
  for (const [owner, methods] of Object.entries(METHODS))
    add(partNamed(ownerNamed(owner), 'prototype'), methods);
}

function add(owner: unknown, functions: Record<string, Maker>): void {
  if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) return;
  for (const [name, value] of Object.entries(functions)) {
    if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
}

function ownerNamed(name: string): unknown {
  return partNamed(globalThis, name);
}

function partNamed(owner: unknown, name: string): unknown {
  return typeof owner === 'object' || typeof owner === 'function'
    ? Reflect.get(owner ?? {}, name)
    : undefined;
}
