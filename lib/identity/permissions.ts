import type { Role } from '#lib/identity/actor.ts';

const VISITORS = ['anonymous', 'person'] as const satisfies Role[];
const OPERATORS = ['viewer', 'operator', 'admin'] as const satisfies Role[];

/** Who may do what. A verb names one of these; ownership of a single record is the verb's own check. */
export const permissions = {
  'subscription_type.list': VISITORS,
  'registration.start': VISITORS,
  'registration.complete': VISITORS,
  'person.sign_in': VISITORS,
  'profile.read': ['person'],
  'profile.save_address': ['person'],
  'profile.save_contact': ['person'],
  'operator.sign_in': ['anonymous'],
  'press.raise': ['person'],
  'press.deliver': ['system'],
  'press.recover': ['system'],
  'press.withdraw': ['person'],
  'press.read_receipt': ['person'],
  'press.list_undelivered': OPERATORS,
  'press.acknowledge': ['operator', 'admin'],
  'press_token.issue': ['person'],
  'press_token.revoke': ['person'],
  'callout.read': ['person', ...OPERATORS],
  'callout.open_tracking': ['person', ...OPERATORS],
  'callout.list': OPERATORS,
  'callout.read_detail': OPERATORS,
  'callout.refresh': ['system'],
  'callout.watch_open': ['system'],
  'callout.adopt': ['system'],
  'records.sweep': ['system'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
