import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { named } from '#lib/languages/brand-name.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import { isLanguage } from '#lib/languages/languages.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { log } from '#lib/platform/log.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { sendSms } from '#lib/platform/text-message.ts';

// Text messages to a person's mobile about what somebody did in their name. In their language and in fixed words: a
// phone shows a message to whoever looks at it, so none holds a name, a place or a number.

type About = Extract<Key, `text.${string}`> extends `text.${infer Name}` ? Name : never;
type Told = { mobile: string; language: string | null };

/** More of a kind say nothing new, and cost. */
const TEXTS_AN_HOUR = 3;
/** Before each try; a gateway that is away for longer loses the message. */
const PAUSES_MS = [0, 3_000, 30_000];

/** Tells a person what was done. The answer does not wait for it. */
export function tellPerson({ mobile, language }: Told, about: About): void {
  inBackground('telling a person of a change', async () => {
    const text = named(textIn(language)(`text.${about}`), env.BRAND_NAME);
    const key = keyedHash(`limit-text-${about}`, mobile);
    if (await takeWithinLimits([{ key, max: TEXTS_AN_HOUR, windowMs: HOUR_MS }], now())) return;
    for (const pauseMs of PAUSES_MS) {
      await wait(pauseMs, undefined, { ref: false });
      if (await sendSms(mobile, text)) return;
    }
    log.warn({ about }, 'a person was not told of a change');
  });
}

/** English where the person's language is not known. */
function textIn(language: string | null) {
  return translateInto(language !== null && isLanguage(language) ? language : 'en');
}
