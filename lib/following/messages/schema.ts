import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { authors, messageProblems, messageStates } from '#lib/vocabulary.ts';

/** AURA's own limit is unknown. */
export const MAX_TEXT_LENGTH = 2_000;

/** Strips control and bidirectional characters: a person in danger cannot look for an invisible mistake. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
}

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

const instant = z.iso.datetime();

export const messageSchema = z.object({
  id: z.string(),
  author: z.enum(authors),
  by: z.string().nullable(),
  text: z.string(),
  state: z.enum(messageStates),
  problem: z.enum(messageProblems).nullable(),
  writtenAt: instant,
  sentAt: instant.nullable(),
});
export type Message = z.output<typeof messageSchema>;

/** `asOf` is when AURA was last read; null before the first time. */
export const conversationSchema = z.object({
  calloutId: z.number().int(),
  servedAt: instant,
  asOf: instant.nullable(),
  askedAt: instant.nullable(),
  isOpen: z.boolean(),
  /** The viewer's role: a reader may not write. */
  as: z.enum(['person', 'operator', 'reader']),
  messages: z.array(messageSchema),
});
export type Conversation = z.output<typeof conversationSchema>;
