import type { BadgeTone } from '#components/ui/badge.tsx';
import type { EventState } from '#lib/vocabulary.ts';

export const stateWords: Readonly<Record<EventState, { name: string; tone: BadgeTone }>> = {
  received: { name: 'Received', tone: 'neutral' },
  waiting: { name: 'Waiting', tone: 'accent' },
  processed: { name: 'Processed', tone: 'good' },
  failed: { name: 'Failed', tone: 'attention' },
  unknown: { name: 'Unknown', tone: 'attention' },
};

const PROBLEMS: Readonly<Record<string, string>> = {
  unknown_event: 'An event that we do not know',
  unknown_shape: 'Not of a shape that we can read',
  unknown_callout: 'A callout that we do not have',
  unknown_customer: 'A customer who is not ours',
  aura_unavailable: 'AURA did not answer when it was asked',
  defect: 'A fault of ours, which is in the log',
};

export function problemWords(problem: string): string {
  return PROBLEMS[problem] ?? problem;
}
