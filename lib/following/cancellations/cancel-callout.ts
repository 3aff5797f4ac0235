import 'server-only';
import { findCalloutWithPerson } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { openedOrNull } from '#lib/platform/unopened.ts';
import { deliverCancellation } from './deliver-cancellation.ts';
import { isSafeCode, MAX_STORED, typedSafeCode } from './model.ts';
import { noteSaidSafe } from './said-safe.ts';
import { cancelInput } from './schema.ts';
import { countAsked, insertPersonCancellation } from './store.ts';

/**
 * The person says that they are safe. The typed code is kept sealed and goes to AURA unchecked. The answer is the same
 * for a right, wrong, missing or repeated code and after the close: a coercer must learn nothing from it.
 */
export const cancelCallout = verb('callout.cancel', cancelInput, async (actor, { calloutId, safeCode }) => {
  const found = await findCalloutWithPerson(calloutId);
  if (found?.callout.personId !== actor.personId) return refuse('callout.not_found');
  const answer = ok({ calloutId, asked: true });
  if (found.callout.closedAt || (await countAsked(calloutId, 'person')) >= MAX_STORED) return answer;
  const code = typedSafeCode(safeCode ?? '') || null;
  // Null: not known. Operators are then asked to look, as after a wrong one.
  const mobile = openedOrNull(found.person.mobile);
  const isRight = mobile === null ? null : isSafeCode(code ?? '', mobile);
  const asking = { calloutId, actorId: actor.personId, at: now() };
  const id = await insertPersonCancellation(asking, { code, isRight });
  noteSaidSafe(actor.personId);
  await audit(actor, { action: 'callout.cancel', subject: `${calloutId}` });
  inBackground('cancellation delivery', () => deliverCancellation(systemActor('callout.cancel'), { id }));
  return answer;
});
