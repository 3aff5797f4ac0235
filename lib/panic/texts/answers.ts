import { listIn, textIn } from '#lib/platform/answer-parts.ts';

export type TextCodes = { codes: { pressId: string; code: string }[]; expiresAt: string };

export function readTextCodes(raw: unknown): TextCodes {
  return {
    codes: listIn(raw, 'codes', (each) => ({ pressId: textIn(each, 'pressId'), code: textIn(each, 'code') })),
    expiresAt: textIn(raw, 'expiresAt'),
  };
}
