// Tolerant reader: required is only what we cannot do without; everything else falls back to null.
import { z } from 'zod';

const numberInText = z
  .string()
  .trim()
  .regex(/^[+-]?\d+(\.\d+)?$/)
  .transform(Number);

/** A number, possibly as text. */
const lenientNumber = z.union([z.number(), numberInText]);
export const lenientId = lenientNumber.pipe(z.int().positive());
const lenientText = z.union([z.string(), z.number().transform(String)]);

export const optionalNumber = lenientNumber.nullable().catch(null);
export const optionalId = lenientId.nullable().catch(null);
export const optionalText = lenientText.nullable().catch(null);
export const optionalFlag = z.boolean().nullable().catch(null);
export const latitude = lenientNumber.pipe(z.number().min(-90).max(90)).nullable().catch(null);
export const longitude = lenientNumber.pipe(z.number().min(-180).max(180)).nullable().catch(null);
/** An ISO instant; null when absent or invalid. */
export const optionalInstant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .nullable()
  .catch(null);

/** Text, or an object that contains it. */
export const words = z
  .union([
    lenientText,
    z
      .object({ value: optionalText, description: optionalText, name: optionalText, role: optionalText })
      .refine((raw) => Object.values(raw).some((text) => text !== null)),
  ])
  .nullable()
  .catch(null)
  .transform((raw) =>
    typeof raw === 'string' || raw === null ? raw : (raw.value ?? raw.description ?? raw.name ?? raw.role),
  );

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer whose arrival alone matters, with optional fields. */
export function acknowledging<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((raw) => (isObject(raw) ? raw : {}), z.object({ message: optionalText, ...shape }));
}

export const acknowledgement = acknowledging({});

/** Maps an envelope's schema to that of its bare content, for drift detection. */
export const bareForms = new WeakMap<z.ZodType, z.ZodType>();

/** Parses `{message, <key>: …}`, or the bare content without its envelope. */
export function enveloped<
  Key extends string,
  Schema extends z.ZodType,
  Beside extends z.ZodRawShape = Record<never, never>,
>(key: Key, schema: Schema, beside?: Beside) {
  return z.preprocess(
    (raw) => (isObject(raw) && key in raw ? raw : { [key]: raw }),
    envelope(key, schema, beside),
  );
}

/** Parses a list, or one entry in its place; drops unreadable entries. */
export function entries<Schema extends z.ZodType>(entry: Schema) {
  return z.preprocess(
    (raw) => (isObject(raw) ? [raw] : raw),
    z
      .array(readable(entry))
      .nullable()
      .catch(null)
      .transform((all) => (all ?? []).filter((one) => one !== null)),
  );
}

/** Parses a list that is bare, under `key`, or the only one of an envelope. `unreadable` counts dropped entries. */
export function listed<Key extends string, Schema extends z.ZodType>(key: Key, item: Schema) {
  const list = z.array(readable(item));
  return z
    .preprocess(
      (raw) => {
        if (Array.isArray(raw)) return { [key]: raw };
        if (!isObject(raw) || key in raw) return raw;
        const lists = Object.values(raw).filter(Array.isArray);
        return lists.length === 1 ? { ...raw, [key]: lists[0] } : raw;
      },
      envelope(key, list),
    )
    .transform((raw) => {
      // Safe because it was parsed by `list`; a computed key alone loses its type.
      const all = Reflect.get(raw, key) as (z.output<Schema> | null)[];
      const found = all.filter((one) => one !== null);
      // Safe because the object has exactly these two keys.
      return { [key]: found, unreadable: all.length - found.length } as Record<Key, z.output<Schema>[]> & {
        unreadable: number;
      };
    });
}

function readable<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema> | null> {
  return schema.nullable().catch(null);
}

// Safe because the object has exactly these keys; a computed key alone loses its name in the type.
function envelope<
  Key extends string,
  Schema extends z.ZodType,
  Beside extends z.ZodRawShape = Record<never, never>,
>(key: Key, schema: Schema, beside?: Beside) {
  const shape = { message: z.unknown().optional(), ...beside, [key]: schema };
  const made = z.object(shape as { message: z.ZodOptional<z.ZodUnknown> } & Beside & Record<Key, Schema>);
  bareForms.set(made, schema);
  return made;
}

/** The first present value, or an issue that names the field. */
export function firstOf<Value>(
  ctx: z.RefinementCtx,
  field: string,
  ...candidates: readonly (Value | null | undefined)[]
): Value {
  const found = candidates.find((candidate) => candidate !== null && candidate !== undefined);
  if (found !== null && found !== undefined) return found;
  ctx.addIssue({ code: 'custom', path: [field], message: 'is missing' });
  return z.NEVER;
}
