import { isLanguage, type Language } from '#lib/languages/languages.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import type { PushSubject, Stage } from '#lib/vocabulary.ts';

// What is pushed, in which words, and for how long. A phone shows a push to whoever looks at it: the words hold no name, no
// place, and nothing of an alarm.

/** The text of each stage; null where the person made it, or where it says nothing new. */
const STAGE_TEXTS = {
  raised: null,
  owned: 'push.owned',
  dispatched: 'push.dispatched',
  arrived: 'push.arrived',
  completed: 'push.ended',
  cancelled: 'push.stopped',
  closed: 'push.ended',
} as const satisfies Record<Stage, string | null>;

type StageText = NonNullable<(typeof STAGE_TEXTS)[Stage]>;
export type PushText = StageText | 'push.message';

/** Every text, for the page that says what a phone will show. */
export const PUSH_TEXTS: readonly PushText[] = [
  'push.owned',
  'push.dispatched',
  'push.arrived',
  'push.stopped',
  'push.ended',
  'push.message',
];

/** English where the person's language is not known. */
export function pushLanguage(kept: string | null): Language {
  return kept !== null && isLanguage(kept) ? kept : 'en';
}

export function textOf({ about, stage }: { about: PushSubject; stage: Stage | null }): PushText | null {
  if (about === 'message') return 'push.message';
  return stage && STAGE_TEXTS[stage];
}

/** Whether a stage that follows another is pushed: the close of what has ended or was cancelled is not. */
export function isPushed(before: Stage, after: Stage): boolean {
  const isOver = before === 'completed' || before === 'cancelled';
  return before !== after && STAGE_TEXTS[after] !== null && !(isOver && after === 'closed');
}

/** Older than this it would mislead: the push service drops it, too. */
const LIFE_MS: Record<PushSubject, number> = { stage: 10 * 60_000, message: 15 * 60_000 };

/** How long a notice of this age may still be shown; 0: not any more. */
export function leftMs(about: PushSubject, ageMs: number): number {
  return Math.max(0, LIFE_MS[about] - ageMs);
}

const BACKOFF = { firstMs: 2_000, longestMs: 60_000 };

/** When to try again: what the push service asks for, if that is longer. */
export function retryMs(attempts: number, random: number, retryAfter: string | null): number {
  const asked = /^\d{1,5}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : 0;
  return Math.max(backoffMs(attempts, random, BACKOFF), asked);
}

/** `gone`: the endpoint is no more. `refused`: the same again would be refused again. */
export type PushOutcome = 'taken' | 'gone' | 'refused' | 'later';

/** What a push service’s answer means (RFC 8030). */
export function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) return 'later';
  return 'refused';
}

type Shown = { about: PushSubject; title: string; lang: string; dir: 'ltr' | 'rtl'; navigate: string };

/**
 * A declarative push message: an engine that knows them shows it by itself, another hands it to the service worker, which
 * shows the same.
 */
export function payloadOf({ about, title, lang, dir, navigate }: Shown): string {
  return JSON.stringify({ web_push: 8030, notification: { title, lang, dir, tag: about, navigate } });
}
