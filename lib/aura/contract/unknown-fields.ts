// Finds unknown fields: drift in an answer, a mistyped field in a request.
import type { z } from 'zod';
import { bareForms } from './reading.ts';

type Shape = {
  keys: Map<string, Shape> | null;
  item: Shape | null;
  /** A primitive is allowed here. */
  isPlain: boolean;
  /** Tolerant schemas at this place; what they cannot parse is dropped. */
  reads: z.ZodType[];
};

/** The internals of zod that are walked; absent ones depend on the kind. */
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
};

const compound = new Set(['object', 'array', 'union', 'pipe', 'transform', 'catch', 'nullable', 'optional']);

function shapeOf(schema: z.ZodType): Shape {
  const shape: Shape = { keys: null, item: null, isPlain: false, reads: [] };
  addTo(shape, schema);
  return shape;
}

function addTo(shape: Shape, schema: z.ZodType): void {
  // Safe because each part is only used where it exists.
  const def = schema.def as Def;
  for (const [key, property] of Object.entries(def.shape ?? {})) {
    shape.keys ??= new Map();
    const known = shape.keys.get(key);
    if (known) addTo(known, property);
    else shape.keys.set(key, shapeOf(property));
  }
  if (def.element) {
    if (shape.item) addTo(shape.item, def.element);
    else shape.item = shapeOf(def.element);
  }
  shape.isPlain ||= !compound.has(def.type);
  if (def.type === 'catch' && def.innerType) shape.reads.push(def.innerType);
  // The input side of a pipe: a transformation does not describe its input.
  const entrance = def.in?.def.type === 'transform' ? def.out : def.in;
  for (const part of [...(def.options ?? []), def.innerType, entrance]) if (part) addTo(shape, part);
  const bare = bareForms.get(schema);
  if (!bare) return;
  // The keys of either form are known.
  const { reads } = shape;
  shape.reads = [];
  addTo(shape, bare);
  shape.reads = reads;
}

function isReadable(value: unknown, shape: Shape): boolean {
  if (shape.reads.length > 0) return shape.reads.some((schema) => schema.safeParse(value).success);
  if (shape.isPlain) return true;
  return Array.isArray(value) ? shape.item !== null : typeof value === 'object' && shape.keys !== null;
}

function walk(value: unknown, shape: Shape, path: string, found: Set<string>): void {
  if (value === undefined || value === null) return;
  if (!isReadable(value, shape)) found.add(`${path || 'body'}: unreadable`);
  if (Array.isArray(value)) {
    if (shape.item) for (const item of value) walk(item, shape.item, `${path}[]`, found);
    return;
  }
  if (typeof value !== 'object' || !shape.keys) return;
  for (const [key, inner] of Object.entries(value)) {
    const known = shape.keys.get(key);
    const at = path ? `${path}.${key}` : key;
    if (known) walk(inner, known, at, found);
    else found.add(at);
  }
}

/** Returns a check that lists unknown paths (`callout.incidentInformation[].x`), and those whose value was dropped. */
export function unknownFieldsOf(schema: z.ZodType): (value: unknown) => string[] {
  const shape = shapeOf(schema);
  return (value) => {
    const found = new Set<string>();
    walk(value, shape, '', found);
    return [...found];
  };
}
