// Parts of an answer of our own server, for the page of the button, whose scripts have no schema library. All throw for a part
// of another kind: such an answer is none of ours, and is asked for again.

/** A part of anything; undefined where it is absent. */
function partIn(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

function unreadable(name: string): never {
  throw new Error(`the answer’s ${name} is not what it should be`);
}

export function textIn(raw: unknown, name: string): string {
  const part = partIn(raw, name);
  return typeof part === 'string' ? part : unreadable(name);
}

/** Null where it is absent. */
export function textOrNull(raw: unknown, name: string): string | null {
  return partIn(raw, name) == null ? null : textIn(raw, name);
}

/** Null where it is absent. */
export function webAddressOrNull(raw: unknown, name: string): string | null {
  const text = textOrNull(raw, name);
  return text === null || /^https?:\/\//i.test(text) ? text : unreadable(name);
}

export function integerIn(raw: unknown, name: string): number {
  const part = partIn(raw, name);
  return typeof part === 'number' && Number.isSafeInteger(part) ? part : unreadable(name);
}

/** Null where it is absent. */
export function integerOrNull(raw: unknown, name: string): number | null {
  return partIn(raw, name) == null ? null : integerIn(raw, name);
}

/** Null where it is absent. */
export function flagOrNull(raw: unknown, name: string): boolean | null {
  const part = partIn(raw, name) ?? null;
  return part === null || typeof part === 'boolean' ? part : unreadable(name);
}

export function oneOf<Value extends string>(values: readonly Value[], raw: unknown, name: string): Value {
  const part = partIn(raw, name);
  return values.find((value) => value === part) ?? unreadable(name);
}

/** Null where it is absent. */
export function oneOrNull<Value extends string>(
  values: readonly Value[],
  raw: unknown,
  name: string,
): Value | null {
  return partIn(raw, name) == null ? null : oneOf(values, raw, name);
}

export function listIn<Each>(raw: unknown, name: string, read: (each: unknown) => Each): Each[] {
  const part = partIn(raw, name);
  return Array.isArray(part) ? part.map(read) : unreadable(name);
}
