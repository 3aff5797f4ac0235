// Every closed set of words that is stored: stated once, for the tables and for the schemas of what goes in and out.

/** A TEST callout is worked like a real one, and nobody is sent. */
export const kinds = ['real', 'test'] as const;
export type Kind = (typeof kinds)[number];

/** How far a callout has come. Stages never go back, and *closed* is final. */
export const stages = [
  'raised',
  'owned',
  'dispatched',
  'arrived',
  'completed',
  'cancelled',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

export const factSources = ['press', 'poll', 'webhook', 'device', 'person', 'operator'] as const;
export type FactSource = (typeof factSources)[number];

/** What an operator makes of a callout afterwards. */
export const verdicts = ['genuine', 'false_alarm'] as const;
export type Verdict = (typeof verdicts)[number];

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

/** Why a press is not with AURA, in the order in which help is needed. */
export const pressProblems = [
  'no_location',
  'aura_unavailable',
  /** AURA gave back the person's TEST callout, or their cancelled one, which it still has open. */
  'test_open',
  'cancelled_open',
  'no_subscription',
  'refused',
] as const;
export type PressProblem = (typeof pressProblems)[number];

/** Where a fix came from: `live`, `recent` (≤ 30 s old), `last_known`, `saved` address, or typed by hand. */
export const fixSources = ['live', 'recent', 'last_known', 'saved', 'manual'] as const;

/** Why a device says that it stops: not in front, left, not allowed, or nothing to be found. */
export const pauseReasons = ['hidden', 'closed', 'denied', 'unavailable'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a fix is kept but not believed: too far off, from before the callout, or not the device that counts. */
export const doubts = ['jump', 'old', 'other_device'] as const;
export type Doubt = (typeof doubts)[number];

export const authors = ['person', 'operator', 'control_room', 'vigil'] as const;
export type Author = (typeof authors)[number];

/** `unsure`: it was sent, and AURA does not tell whether it has it. `received`: from AURA to us. */
export const messageStates = ['queued', 'sent', 'failed', 'unsure', 'received'] as const;
export const messageProblems = ['closed', 'refused', 'too_late'] as const;

/** Who may ask for a callout to be cancelled. */
export const cancellers = ['person', 'operator'] as const;
export const cancellationStates = [
  'waiting',
  'accepted',
  'refused',
  'closed',
  'not_sent',
  'unanswered',
] as const;
/** What became of the reason that AURA was given for a cancellation. */
export const cancelReasonStates = ['given', 'refused', 'unsure'] as const;

export const ratingStates = ['queued', 'sent', 'failed', 'unsure'] as const;

/** How a customer came to us. */
export const personOrigins = ['registration', 'operator', 'import', 'hosted_signup'] as const;

/** What the return from AURA's signup page says of itself. */
export const returnStatuses = ['completed', 'failed', 'cancelled'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export const importStates = ['checked', 'running', 'done', 'stopped'] as const;
export const importRowStates = ['bad', 'waiting', 'sending', 'done', 'known', 'rejected', 'unsure'] as const;

/** What AURA's events are about. */
export const eventSubjects = ['callout', 'customer', 'subscription'] as const;
export const eventStates = ['received', 'waiting', 'processed', 'failed', 'unknown'] as const;
export type EventState = (typeof eventStates)[number];
/** Why an event led to nothing. */
export const eventProblems = [
  'unknown_event',
  'unknown_shape',
  'unknown_callout',
  'unknown_customer',
  'aura_unavailable',
  'defect',
] as const;

export const operatorRoles = ['viewer', 'operator', 'admin'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** What may need a human now, the most urgent first. */
export const alertKinds = [
  'press_undelivered',
  'duress_suspected',
  'new_callout',
  'no_responder',
  'position_lost',
  'aura_unreachable',
] as const;
export type AlertKind = (typeof alertKinds)[number];
