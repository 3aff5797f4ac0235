import { z } from 'zod';
import { importStates } from '#lib/vocabulary.ts';

/** Must stay below the framework's buffer, which silently truncates larger bodies. */
export const MOST_BYTES = 10_000_000;
export const MOST_ROWS = 50_000;

const importIdField = z.uuid('Not the id of an import');

export const uploadImportInput = z.object({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform((name) => name.replace(/\p{Cc}/gu, ' ')),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MOST_BYTES, 'At most 10 MB'),
  subscriptionTypeId: z.coerce
    .number('Choose a subscription')
    .int('Choose a subscription')
    .positive('Choose a subscription')
    .max(2_147_483_647, 'Choose a subscription'),
});

export const oneImportInput = z.object({ importId: importIdField });

const instant = z.iso.datetime();

/** Row counts by outcome; each row is in exactly one. */
const countsSchema = z.object({
  bad: z.number().int(),
  waiting: z.number().int(),
  done: z.number().int(),
  /** Mobile already known to AURA or Vigil. */
  known: z.number().int(),
  rejected: z.number().int(),
  /** Unknown outcome, and AURA now has the mobile. */
  unsure: z.number().int(),
});
export type Counts = z.output<typeof countsSchema>;

const rowProblemSchema = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});
export type RowProblem = z.output<typeof rowProblemSchema>;

export const importSchema = z.object({
  importId: importIdField,
  asOf: instant,
  fileName: z.string(),
  state: z.enum(importStates),
  counts: countsSchema,
  ignoredColumns: z.array(z.string()),
  uploadedAt: instant,
  endedAt: instant.nullable(),
  /** Set while AURA is unavailable. */
  pausedUntil: instant.nullable(),
  /** The first ones; the error file has all. */
  problems: z.array(rowProblemSchema),
});
export type Import = z.output<typeof importSchema>;

/** Response to an upload: the import's id or the problem. */
export const uploadAnswerSchema = z.union([
  z.object({ importId: importIdField }),
  z.object({ title: z.string(), detail: z.string(), fields: z.record(z.string(), z.string()).optional() }),
]);
export type UploadAnswer = z.output<typeof uploadAnswerSchema>;
