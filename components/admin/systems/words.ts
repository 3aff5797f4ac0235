import type { HookDeliveryRow } from '#lib/hooks/schema.ts';
import type { ApiKeyRow } from '#lib/operators/api-keys/schema.ts';
import type { ApiScope, HookEventType, HookProblem, HookState } from '#lib/vocabulary.ts';

export const scopeNames: Readonly<Record<ApiScope, string>> = {
  'callouts:read': 'One callout',
  'board:read': 'The list of callouts',
  'reports:read': 'Reports',
};

export const scopeMeanings: Readonly<Record<ApiScope, string>> = {
  'callouts:read': 'Stage and timeline of a callout by its id. No names, no places.',
  'board:read': 'With names and places of the people.',
  'reports:read': 'Daily figures, without personal data.',
};

export const keyStates: Readonly<Record<ApiKeyRow['state'], string>> = {
  counts: 'Active',
  expired: 'Expired',
  revoked: 'Revoked',
};

const eventNames: Readonly<Record<HookEventType, string>> = {
  'callout.stage_changed': 'Callout',
  'press.settled': 'Press',
};

/** What a webhook tells. */
export function eventWords({ type, calloutId, pressId, about }: HookDeliveryRow): string {
  return `${eventNames[type]} ${calloutId ?? pressId}: ${about}`;
}

export const deliveryStates: Readonly<Record<HookState, string>> = {
  waiting: 'Will be tried again',
  delivered: 'Delivered',
  failed: 'Given up',
};

const problemWords: Readonly<Record<Exclude<HookProblem, 'status'>, string>> = {
  unanswered: 'No answer within 10 seconds',
  own_network: 'Its name leads to a private network',
  switched_off: 'Switched off',
  unopened: 'Its secret cannot be opened',
};

/** Why it was not delivered. */
export function problemOf({ problem, status }: HookDeliveryRow): string {
  if (problem === null) return '–';
  return problem === 'status' ? `Answered with ${status}` : problemWords[problem];
}
