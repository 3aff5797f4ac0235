export const pressStates = ['recorded', 'delivered', 'rejected', 'withdrawn', 'expired'] as const;
export type PressState = (typeof pressStates)[number];

/** What an operator achieved for the person of a press that ended without AURA. */
export const pressOutcomes = [
  'no_help_needed',
  'called',
  'emergency_services',
  'helped_otherwise',
  'not_reached',
] as const;
export type PressOutcome = (typeof pressOutcomes)[number];
