// Closed sets that are stored, defined once for tables and schemas.

/** AURA processes a TEST callout like a real one, but sends nobody. */
export const kinds = ['real', 'test'] as const;
export type Kind = (typeof kinds)[number];

/** Stages never go back; *closed* is final. */
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

/** An operator's verdict after a callout. */
export const verdicts = ['genuine', 'false_alarm'] as const;
export type Verdict = (typeof verdicts)[number];

export const pressStates = ['recorded', 'delivered', 'rejected', 'withdrawn', 'expired'] as const;
export type PressState = (typeof pressStates)[number];

/**
 * Whether a press is still being delivered: `yes`; `no`, it has ended or waits for a position; `asking`, it is no longer
 * sent, and AURA is asked whether an attempt of unknown outcome reached it.
 */
export const sendings = ['yes', 'no', 'asking'] as const;

/** `held`: within its grace, which is a recorded press that is not sent before `sendsAt`. */
export const receiptStates = ['held', ...pressStates] as const;

/** An operator's outcome for a press that ended without AURA. */
export const pressOutcomes = [
  'no_help_needed',
  'called',
  'emergency_services',
  'helped_otherwise',
  'not_reached',
] as const;
export type PressOutcome = (typeof pressOutcomes)[number];

/** Why a press is not with AURA, by urgency. */
export const pressProblems = [
  'no_location',
  'aura_unavailable',
  /** AURA returned the person's TEST or cancelled callout, which is still open there. */
  'test_open',
  'cancelled_open',
  'no_subscription',
  'refused',
] as const;
export type PressProblem = (typeof pressProblems)[number];

/** `recent`: at most 30 s old. `manual`: entered by hand. */
export const fixSources = ['live', 'recent', 'last_known', 'saved', 'manual'] as const;

/** Why a device stops sending: page hidden or left, permission denied, no position. */
export const pauseReasons = ['hidden', 'closed', 'denied', 'unavailable'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a stored fix is not used: implausible jump, older than the callout, or another device. */
export const doubts = ['jump', 'old', 'other_device'] as const;
export type Doubt = (typeof doubts)[number];

/** What a push to a person's device is about. */
export const pushSubjects = ['stage', 'message'] as const;
export type PushSubject = (typeof pushSubjects)[number];

export const authors = ['person', 'operator', 'control_room', 'vigil'] as const;
export type Author = (typeof authors)[number];

/** `unsure`: unknown outcome at AURA. `received`: from AURA. */
export const messageStates = ['queued', 'sent', 'failed', 'unsure', 'received'] as const;
export const messageProblems = ['closed', 'refused', 'too_late'] as const;

export const contactTextStates = ['queued', 'sent', 'stopped'] as const;
/** Why a contact got no text. `own`: the number is the person's own by now. */
export const contactTextProblems = [
  'ended',
  'safe',
  'removed',
  'own',
  'late',
  'limited',
  'taken_back',
] as const;

export type ContactTextProblem = (typeof contactTextProblems)[number];

export const cancellers = ['person', 'operator'] as const;
export const cancellationStates = [
  'waiting',
  'accepted',
  'refused',
  'closed',
  'not_sent',
  'unanswered',
] as const;
/** AURA's handling of a cancellation's reason. */
export const cancelReasonStates = ['given', 'refused', 'unsure'] as const;

export const ratingStates = ['queued', 'sent', 'failed', 'unsure'] as const;

export const personOrigins = ['registration', 'operator', 'import', 'hosted_signup'] as const;

/** Status in AURA's signup redirect. */
export const returnStatuses = ['completed', 'failed', 'cancelled'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export const importStates = ['checked', 'running', 'done', 'stopped'] as const;
export const importRowStates = ['bad', 'waiting', 'sending', 'done', 'known', 'rejected', 'unsure'] as const;

export const eventSubjects = ['callout', 'customer', 'subscription'] as const;
export const eventStates = ['received', 'waiting', 'processed', 'failed', 'unknown'] as const;
export type EventState = (typeof eventStates)[number];
/** Why an event had no effect. */
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

/** Alert kinds, most urgent first. */
export const alertKinds = [
  'press_undelivered',
  'duress_suspected',
  'new_callout',
  'no_responder',
  'position_lost',
  'aura_unreachable',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The ways by which a press comes in over the web. */
export const pressDoors = ['json', 'form'] as const;

/** The placeholder person to whom anonymised presses and callouts belong. */
export const NOBODY = 'nobody';

/** Who asked for an erasure. */
export const erasers = ['person', 'admin'] as const;

/** What the retention job removes. */
export const removals = ['trails', 'alarms', 'shifts', 'webhook_bodies', 'audit_addresses'] as const;
export type Removal = (typeof removals)[number];

/** What other systems are told by webhooks. */
export const hookEventTypes = ['callout.stage_changed', 'press.settled'] as const;
export type HookEventType = (typeof hookEventTypes)[number];

/** A webhook on its way. `failed`: given up, until an admin replays it. */
export const hookStates = ['waiting', 'delivered', 'failed'] as const;
export type HookState = (typeof hookStates)[number];

/** Why a webhook was not taken: by its answer, by none, by its address, by an admin, or for want of its secret. */
export const hookProblems = ['status', 'unanswered', 'own_network', 'switched_off', 'unopened'] as const;
export type HookProblem = (typeof hookProblems)[number];

/** What a key of another system may read. */
export const apiScopes = ['callouts:read', 'board:read', 'reports:read'] as const;
export type ApiScope = (typeof apiScopes)[number];
