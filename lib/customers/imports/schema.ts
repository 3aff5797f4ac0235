import { z } from 'zod';
import { importStates } from '#lib/vocabulary.ts';

/** Ten million bytes; also below what the framework's own buffer holds, which would cut a larger file off unseen. */
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

/** What became of the rows of a file. Every row is in exactly one of the counts. */
const countsSchema = z.object({
  /** Cannot be used, as the file has it. */
  bad: z.number().int(),
  waiting: z.number().int(),
  /** AURA made a customer of it. */
  done: z.number().int(),
  /** AURA, or Vigil, knew the mobile already. */
  known: z.number().int(),
  rejected: z.number().int(),
  /** The line broke while AURA was creating it, and AURA now has the number. */
  unsure: z.number().int(),
});
export type Counts = z.output<typeof countsSchema>;

/** A row that is no new customer, why, and what stands there. */
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
  /** Set while AURA does not answer. */
  pausedUntil: instant.nullable(),
  /** The first of them; the error file has all. */
  problems: z.array(rowProblemSchema),
});
export type Import = z.output<typeof importSchema>;

/** What the server answers to a file: the id of the import, or what is wrong in words. */
export const uploadAnswerSchema = z.union([
  z.object({ importId: importIdField }),
  z.object({ title: z.string(), detail: z.string(), fields: z.record(z.string(), z.string()).optional() }),
]);
export type UploadAnswer = z.output<typeof uploadAnswerSchema>;
