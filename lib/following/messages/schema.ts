import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { authors, messageProblems, messageStates } from '#lib/vocabulary.ts';

/** More than anybody types while help is on its way; AURA's own limit is not known. */
export const LONGEST_TEXT = 2_000;

/**
 * A text without what no screen shows: control characters and marks that turn the direction of reading round.
 * They are left out rather than refused, because whoever is in danger cannot look for an invisible mistake.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
}

const textField = z
  .string('Write a message')
  .transform(cleanText)
  .pipe(z.string().min(1, 'Write a message').max(LONGEST_TEXT, `Use at most ${LONGEST_TEXT} characters`));

export const writeMessageInput = z.object({
  calloutId: calloutIdField,
  id: z.uuid('Must be a UUID made for this message'),
  text: textField,
});

const instant = z.iso.datetime();

export const messageSchema = z.object({
  id: z.string(),
  author: z.enum(authors),
  /** The operator's name, to operators only. */
  by: z.string().nullable(),
  text: z.string(),
  state: z.enum(messageStates),
  problem: z.enum(messageProblems).nullable(),
  writtenAt: instant,
  sentAt: instant.nullable(),
});
export type Message = z.output<typeof messageSchema>;

/** What was said on a callout. `asOf` is when AURA last told us; null while it has not. */
export const conversationSchema = z.object({
  calloutId: z.number().int(),
  servedAt: instant,
  asOf: instant.nullable(),
  askedAt: instant.nullable(),
  isOpen: z.boolean(),
  /** As whom this is read: a reader may not write. */
  as: z.enum(['person', 'operator', 'reader']),
  messages: z.array(messageSchema),
});
export type Conversation = z.output<typeof conversationSchema>;
