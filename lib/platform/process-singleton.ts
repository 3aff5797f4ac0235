/**
 * One instance per process. A bundler loads the same module several times (pages, routes and
 * instrumentation each get a copy), so module-level state would open a database pool in each.
 */
export function processSingleton<Value>(name: string, create: () => Value): Value {
  const store = globalThis as unknown as Record<symbol, Value | undefined>; // safe: the key is our own symbol
  const key = Symbol.for(`vigil.${name}`);
  const existing = store[key];
  if (existing !== undefined) return existing;
  const created = create();
  store[key] = created;
  return created;
}
