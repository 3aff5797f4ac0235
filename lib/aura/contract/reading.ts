// Tolerant reading: AURA's spelling of a value may vary, its meaning may not.
// What we cannot do without is required; everything else falls back to null instead of failing.
import { z } from 'zod';

const numberInText = z
  .string()
  .trim()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);

/** A number, also when it came as text. */
const looseNumber = z.union([z.number(), numberInText]);
export const looseId = looseNumber.pipe(z.int().positive());

export const optionalNumber = looseNumber.nullable().catch(null);
export const optionalId = looseId.nullable().catch(null);
export const optionalText = z.string().nullable().catch(null);
export const optionalFlag = z.boolean().nullable().catch(null);
/** An instant as an ISO text, or null when it is absent or not a date. */
export const optionalInstant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .nullable()
  .catch(null);

/** An answer of which only the fact that it came matters. */
export const acknowledgement = z.object({ message: optionalText });

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads `{message, <key>: …}` and also the bare thing without its envelope. */
export function enveloped<Key extends string, Schema extends z.ZodType>(key: Key, schema: Schema) {
  return z.preprocess(
    (raw) => (isObject(raw) && !(key in raw) ? { [key]: raw } : raw),
    envelope(key, schema),
  );
}

/** Reads a list that comes bare, under `key`, or as the only list of an envelope. */
export function listed<Key extends string, Schema extends z.ZodType>(key: Key, item: Schema) {
  return z.preprocess(
    (raw) => {
      if (Array.isArray(raw)) return { [key]: raw };
      if (!isObject(raw) || key in raw) return raw;
      const lists = Object.values(raw).filter(Array.isArray);
      return lists.length === 1 ? { ...raw, [key]: lists[0] } : raw;
    },
    envelope(key, z.array(item)),
  );
}

// Safe because the object has exactly these two keys; a computed key alone loses its name in the type.
function envelope<Key extends string, Schema extends z.ZodType>(key: Key, schema: Schema) {
  const shape = { message: optionalText, [key]: schema };
  return z.object(shape as { message: typeof optionalText } & Record<Key, Schema>);
}

/** The first present value, or an issue that names the field when there is none. */
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
