import { recallHelp } from '#components/panic/chosen-help.ts';
import type { Press, PressKind } from '#components/panic/press.ts';
import { newPressId } from '#components/panic/press-id.ts';
import { takeCodedId } from '#components/panic/text-codes.ts';
import { now } from '#lib/platform/clock.ts';

// Part of the inline script too: no schema library.

/** A new press, made at this moment. Its id is its idempotency key, also where it is sent as a text message. */
export function newPress(kind: PressKind): Press {
  const codedId = kind === 'real' ? takeCodedId() : undefined;
  const responseTypeId = kind === 'real' ? recallHelp() : undefined;
  const press = { pressId: codedId ?? newPressId(), pressedAt: now().toISOString(), kind };
  return responseTypeId === undefined ? press : { ...press, responseTypeId };
}
