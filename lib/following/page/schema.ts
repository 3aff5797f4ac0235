import { integerIn, listIn, oneOf, oneOrNull } from '#lib/platform/answer-parts.ts';
import { type Kind, kinds, type Stage, stages } from '#lib/vocabulary.ts';

const trackingWays = ['frame', 'link', 'redirect'] as const;

/** How AURA's page may be shown; null when it may not be opened. */
export type TrackingShown = { as: (typeof trackingWays)[number] | null };

export function readTrackingShown(raw: unknown): TrackingShown {
  return { as: oneOrNull(trackingWays, raw, 'as') };
}

/** `stage` is absent from a server of an older build. */
export type OwnOpen = { callouts: { calloutId: number; kind: Kind; stage?: Stage }[] };

export function readOwnOpenAnswer(raw: unknown): OwnOpen {
  return {
    callouts: listIn(raw, 'callouts', (each) => {
      const stage = oneOrNull(stages, each, 'stage');
      return {
        calloutId: integerIn(each, 'calloutId'),
        kind: oneOf(kinds, each, 'kind'),
        ...(stage ? { stage } : {}),
      };
    }),
  };
}
