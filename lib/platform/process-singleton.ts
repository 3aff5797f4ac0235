/** One instance per process: bundlers load a module several times, each with its own module state. */
export function processSingleton<Value>(name: string, create: () => Value): Value {
  const store = globalThis as unknown as Record<symbol, Value | undefined>; // safe: the key is our own symbol
  const key = Symbol.for(`vigil.${name}`);
  const existing = store[key];
  if (existing !== undefined) return existing;
  const created = create();
  store[key] = created;
  return created;
}
