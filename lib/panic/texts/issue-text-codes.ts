import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import type { TextCodes } from '#lib/panic/texts/answers.ts';
import { newCode } from '#lib/panic/texts/code-hash.ts';
import { CODE_LIFETIME_MS } from '#lib/panic/texts/model.ts';
import { issueTextCodesInput } from '#lib/panic/texts/schema.ts';
import { keepCodes } from '#lib/panic/texts/text-code-store.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Issues codes for presses that a device has yet to make. A text with a code raises the press of that id, so sending it
 * both ways stays one press. None is issued for a press id of another person's code.
 */
export const issueTextCodes = verb(
  'press.issue_text_codes',
  issueTextCodesInput,
  async (actor, { pressIds }) => {
    const issuedAt = now();
    const expiresAt = new Date(issuedAt.getTime() + CODE_LIFETIME_MS);
    const made = [...new Set(pressIds)].map((pressId) => ({ pressId, ...newCode() }));
    const rows = made.map(({ pressId, codeHash }) => ({ pressId, codeHash }));
    const kept = new Set(await keepCodes(actor.personId, rows, { issuedAt, expiresAt }));
    const codes = made
      .filter(({ pressId }) => kept.has(pressId))
      .map(({ pressId, code }) => ({ pressId, code }));
    return ok({ codes, expiresAt: expiresAt.toISOString() } satisfies TextCodes);
  },
);
