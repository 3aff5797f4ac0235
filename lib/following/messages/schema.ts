import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { cleanText, MAX_TEXT_LENGTH } from './model.ts';

const textField = z
  .string('Write a message')
  .transform(cleanText)
  .pipe(
    z.string().min(1, 'Write a message').max(MAX_TEXT_LENGTH, `Use at most ${MAX_TEXT_LENGTH} characters`),
  );

export const writeMessageInput = z.object({
  calloutId: calloutIdField,
  id: z.uuid('Must be a UUID made for this message'),
  text: textField,
});
