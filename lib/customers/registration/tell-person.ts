import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { named } from '#lib/languages/brand-name.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { log } from '#lib/platform/log.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { sendSms } from '#lib/platform/text-message.ts';

// Text messages to a person's mobile about what somebody did in their name. Fixed words: a phone shows a message to
// whoever looks at it, so none holds a name, a place or a number.

const TEXTS = {
  device:
    'Vigil: a phone or computer has signed in as you. If it was not you, open Vigil, tap Profile, and switch it off.',
  contact: 'Vigil: your trusted contact was changed. If it was not you, open Vigil and tap Profile.',
  address: 'Vigil: your saved address was changed. If it was not you, open Vigil and tap Profile.',
  export:
    'Vigil: your data was downloaded. If it was not you, open Vigil, tap Profile, and look at your devices.',
  erase:
    'Vigil: your account was deleted. The button does not call for help any more. If it was not you, register again.',
} as const;

/** More of a kind say nothing new, and cost. */
const TEXTS_AN_HOUR = 3;
/** Before each try; a gateway that is away for longer loses the message. */
const PAUSES_MS = [0, 3_000, 30_000];

/** Tells a person what was done. The answer does not wait for it. */
export function tellPerson(mobile: string, about: keyof typeof TEXTS): void {
  inBackground('telling a person of a change', async () => {
    const key = keyedHash(`limit-text-${about}`, mobile);
    if (await takeWithinLimits([{ key, max: TEXTS_AN_HOUR, windowMs: HOUR_MS }], now())) return;
    for (const pauseMs of PAUSES_MS) {
      await wait(pauseMs, undefined, { ref: false });
      if (await sendSms(mobile, named(TEXTS[about], env.BRAND_NAME))) return;
    }
    log.warn({ about }, 'a person was not told of a change');
  });
}
