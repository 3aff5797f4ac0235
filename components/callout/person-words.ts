import type { Callout } from '#lib/callouts/answers.ts';
import type { Translate } from '#lib/languages/translate.ts';
import type { Stage } from '#lib/vocabulary.ts';

// What the person reads of their callout: one sentence, a colour, and since when.

/** `bad` is red: the person must do something else now. */
export type Tone = 'sent' | 'good' | 'ended' | 'bad';

export const tones: Record<Stage, Tone> = {
  raised: 'sent',
  owned: 'sent',
  dispatched: 'good',
  arrived: 'good',
  completed: 'ended',
  cancelled: 'bad',
  closed: 'ended',
};

/** When the present stage was first heard of. */
export function stageSince({ timeline, stage, raisedAt }: Callout): string {
  return timeline.find((fact) => fact.stage === stage)?.at ?? raisedAt;
}

/** "ETA 5 min" in AURA's own words, as long as help is on the way. */
export function arrivalText(
  { stage, rawStatus }: Pick<Callout, 'stage' | 'rawStatus'>,
  t: Translate,
): string | null {
  if (stage !== 'dispatched') return null;
  const minutes = rawStatus?.match(/\beta\b\W{0,3}(\d{1,3})\s*m(?:in(?:ute)?s?)?\b/i)?.[1];
  if (minutes === undefined) return null;
  const count = Number(minutes);
  return count === 1 ? t('callout.minute') : t('callout.minutes', { count });
}
