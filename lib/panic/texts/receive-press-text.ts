import 'server-only';
import type { z } from 'zod';
import { parseMobile } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { readInstant } from '#lib/geo/reading.ts';
import { personActor, type SystemActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { isExpired } from '#lib/panic/core/model.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { hashesOf } from '#lib/panic/texts/code-hash.ts';
import { type PressText, readPressText, refusalOf, type TextRefusal } from '#lib/panic/texts/model.ts';
import { noteRefusedText } from '#lib/panic/texts/refused-texts.ts';
import { deliveredText } from '#lib/panic/texts/schema.ts';
import { findCode, markUsed } from '#lib/panic/texts/text-code-store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { openedMobile } from '#lib/platform/unopened.ts';

/**
 * Raises the press that a text's code was issued for. A forged, replayed or expired text is refused and counted, with the
 * same answer to the gateway. When the press cannot be stored the gateway delivers again: a code is used up only with its
 * press stored, and the press id makes both deliveries one.
 */
export const receivePressText = verb('press.receive_text', deliveredText, async (actor, delivered) => {
  const receivedAt = readInstant(delivered.receivedAt) ?? now();
  const text = typeof delivered.body === 'string' ? readPressText(delivered.body) : null;
  if (!text) return refused(actor, 'unreadable');
  if (isExpired(receivedAt, now(), env.PRESS_EXPIRY_MINUTES)) return refused(actor, 'too_late');
  const issued = await findCode(hashesOf(text.code));
  if (!issued) return refused(actor, 'unknown_code');
  const { code, edition, deletedAt, mobile } = issued;
  const isStanding = deletedAt === null && edition === code.edition;
  const reason = refusalOf(
    { ...code, mobile: openedMobile(mobile), isStanding },
    { from: senderOf(delivered), at: now() },
  );
  if (reason) return refused(actor, reason);
  const presser = personActor(code.personId, 'text message', issued.customerId);
  const raised = await raisePress(presser, pressOf(code.pressId, text, receivedAt));
  if (!raised.ok) return refuse('server.unavailable');
  await markUsed(code.codeHash, now());
  return ok(ACCEPTED);
});

const ACCEPTED = { accepted: true } as const;

async function refused(actor: SystemActor, reason: TextRefusal) {
  noteRefusedText(reason);
  log.warn({ reason }, 'a text led to no press');
  await auditRefusal(actor, { action: 'press_text.refuse', detail: reason });
  return ok(ACCEPTED);
}

function senderOf({ from }: z.output<typeof deliveredText>): string | null {
  return typeof from === 'string' ? parseMobile(from) : null;
}

/** Of unknown age, so that a better position from the page replaces it. */
function pressOf(pressId: string, { place }: PressText, receivedAt: Date) {
  const location = place ? { location: { ...place, source: 'last_known' } } : {};
  return { pressId, pressedAt: receivedAt.toISOString(), kind: 'real', ...location };
}
