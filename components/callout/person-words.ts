import type { Callout } from '#lib/callouts/answers.ts';
import { shared } from '#lib/languages/en/shared.ts';
import type { Stage } from '#lib/vocabulary.ts';

// What the person reads of their callout: one sentence, a colour, and since when.

/** One sentence a stage, on pages that are English. Operators read the stage's name instead. */
export const sentences: Record<Stage, string> = {
  raised: shared['stage.raised'],
  owned: shared['stage.owned'],
  dispatched: shared['stage.dispatched'],
  arrived: shared['stage.arrived'],
  completed: shared['stage.completed'],
  cancelled: shared['stage.cancelled'],
  closed: shared['stage.closed'],
};

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
export function arrivalText({ stage, rawStatus }: Pick<Callout, 'stage' | 'rawStatus'>): string | null {
  if (stage !== 'dispatched') return null;
  const minutes = rawStatus?.match(/\beta\b\W{0,3}(\d{1,3})\s*m(?:in(?:ute)?s?)?\b/i)?.[1];
  if (minutes === undefined) return null;
  return Number(minutes) === 1 ? 'About 1 minute' : `About ${Number(minutes)} minutes`;
}
