import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';

export const MAX_NOTE_LENGTH = 2_000;
export const MAX_NOTES = 200;

/** Control characters except tab and new line, and bidirectional marks. */
const UNSEEN = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u;

/** What operators write for each other. */
export const noteTextField = z
  .string('Write a note')
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write a note')
      .max(MAX_NOTE_LENGTH, `Use at most ${MAX_NOTE_LENGTH} characters`)
      // Refused, not stripped as in messages: an operator has time to correct it.
      .refine(
        (text) => !UNSEEN.test(text),
        'Remove the invisible characters: type it anew or paste it as plain text',
      ),
  );

export const writeNoteInput = z.object({
  calloutId: calloutIdField,
  id: z.uuid('Must be a UUID made for this note'),
  text: noteTextField,
});

const instant = z.iso.datetime();

const noteSchema = z.object({
  id: z.string(),
  by: z.string(),
  text: z.string(),
  writtenAt: instant,
});

/** Oldest first. */
export const notesSchema = z.object({
  servedAt: instant,
  mayWrite: z.boolean(),
  notes: z.array(noteSchema),
});
export type Notes = z.output<typeof notesSchema>;
