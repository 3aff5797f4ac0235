// Finds what the contract does not know: drift in an answer, a mistyped field in a request.
import { z } from 'zod';

type Shape = { keys: Map<string, Shape> | null; item: Shape | null };

type JsonSchema = z.core.JSONSchema.JSONSchema;

function variantsOf(schema: JsonSchema): JsonSchema[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...inner.flatMap((part) => (typeof part === 'boolean' ? [] : variantsOf(part)))];
}

function shapeOf(schema: JsonSchema): Shape {
  const shape: Shape = { keys: null, item: null };
  for (const variant of variantsOf(schema)) {
    for (const [key, property] of Object.entries(variant.properties ?? {})) {
      shape.keys ??= new Map();
      shape.keys.set(key, typeof property === 'boolean' ? { keys: null, item: null } : shapeOf(property));
    }
    if (variant.items && typeof variant.items === 'object' && !Array.isArray(variant.items)) {
      shape.item = shapeOf(variant.items);
    }
  }
  return shape;
}

function walk(value: unknown, shape: Shape, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    if (shape.item) for (const item of value) walk(item, shape.item, `${path}[]`, found);
    return;
  }
  if (typeof value !== 'object' || value === null || !shape.keys) return;
  for (const [key, inner] of Object.entries(value)) {
    const known = shape.keys.get(key);
    const at = path ? `${path}.${key}` : key;
    if (known) walk(inner, known, at, found);
    else found.add(at);
  }
}

/** Prepares a check that lists the paths (`callout.incidentInformation[].x`) which a schema does not name. */
export function unknownFieldsOf(schema: z.ZodType): (value: unknown) => string[] {
  const shape = shapeOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return (value) => {
    const found = new Set<string>();
    walk(value, shape, '', found);
    return [...found];
  };
}
