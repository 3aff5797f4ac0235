import * as z from 'zod/mini';
import { authors, messageProblems, messageStates } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const messageSchema = z.object({
  id: z.string(),
  author: z.enum(authors),
  by: z.nullable(z.string()),
  text: z.string(),
  state: z.enum(messageStates),
  problem: z.nullable(z.enum(messageProblems)),
  writtenAt: instant,
  sentAt: z.nullable(instant),
});
export type Message = z.output<typeof messageSchema>;

/** `asOf` is when AURA was last read; null before the first time. */
export const conversationSchema = z.object({
  calloutId: z.int(),
  servedAt: instant,
  asOf: z.nullable(instant),
  askedAt: z.nullable(instant),
  isOpen: z.boolean(),
  /** The viewer's role: a reader may not write. */
  as: z.enum(['person', 'operator', 'reader']),
  messages: z.array(messageSchema),
});
export type Conversation = z.output<typeof conversationSchema>;
