import type { FactSource, Stage } from '#lib/vocabulary.ts';

export const stageNames: Record<Stage, string> = {
  raised: 'Raised',
  owned: 'Owned',
  dispatched: 'Dispatched',
  arrived: 'Arrived',
  completed: 'Completed',
  cancelled: 'Cancelled',
  closed: 'Closed',
};

/** For operators. */
export const stageMeaningsToOperators: Record<Stage, string> = {
  raised: 'AURA has the alarm.',
  owned: 'AURA’s control room is working on it.',
  dispatched: 'A responder is on the way.',
  arrived: 'The responder is at the scene.',
  completed: 'The responder has finished.',
  cancelled: 'The alarm was cancelled.',
  closed: 'AURA has closed this callout.',
};

/** Where a fact in the operators' timeline came from. */
export const sourceNames: Record<FactSource, string> = {
  press: 'create',
  poll: 'poll',
  webhook: 'webhook',
  person: 'person',
  operator: 'operator',
  device: 'location',
};
