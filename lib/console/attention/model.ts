import type { UndeliveredPress } from '#lib/console/attention/schema.ts';
import { PAUSED_AFTER_MS } from '#lib/following/positions/model.ts';
import { type AlertKind, alertKinds, type Kind, type Stage } from '#lib/vocabulary.ts';

// Alerts are derived on each read and not stored, so none can be missed or left over; only what was done about them is.
// Pure; time is passed in.

const MINUTE_MS = 60_000;
/** Longer than two rounds, to ignore a single failure. */
const UNREACHABLE_AFTER_MS = 15_000;
/** Longer than the maximum pause of 40 s and a slow answer. */
const POLLER_STALE_AFTER_MS = 75_000;

export type OpenCallout = {
  calloutId: number;
  kind: Kind;
  stage: Stage;
  raisedAt: Date;
  duressAt: Date | null;
  /** The device's latest report; null without one. */
  heardAt: Date | null;
};

export type Taken = { by: string; operatorId: string; at: Date };

/** Whose it is to acknowledge, and who decided that. It goes on waiting until somebody acknowledges it. */
export type Assigned = { to: string; operatorId: string; by: string; at: Date };

/** Why an alert waits again: nothing was done in time, or the operator released it. */
export type Return = { why: 'lapsed' | 'released'; by: string };

/** `newestAt`: when the newest of a person's grouped presses came. */
export type WaitingPress = { pressId: string; kind: Kind; receivedAt: Date; newestAt: Date };

export type Situation = {
  callouts: readonly OpenCallout[];
  /** Undelivered ones. */
  presses: readonly WaitingPress[];
  /** The poller's latest round, and the first of its consecutive failures. */
  asking: { roundAt: Date | null; failedSince: Date | null };
};

export type CurrentAlert = {
  kind: AlertKind;
  /** A press's or callout's id; empty for the whole deployment. */
  subject: string;
  /** Distinguishes it from an earlier one of the same kind; begins anew when an acknowledgement ends. */
  since: Date;
  /** When its cause began. */
  beganAt: Date;
  /** When its cause last came again, or its acknowledgement ended: by that it has its place in the queue. */
  lastAt: Date;
  isTest: boolean;
  acknowledged: Taken | null;
  /** Null where it is nobody's. */
  assigned: Assigned | null;
  /** The acknowledgement that ended; null while there was none. */
  returned: Return | null;
  escalation: { at: Date; attempts: number; failures: number; sentAt: Date | null } | null;
};

/** The identity of an alert. */
export type Key = Pick<CurrentAlert, 'kind' | 'subject' | 'since'>;
export type Mark = Key &
  Pick<CurrentAlert, 'acknowledged' | 'assigned' | 'escalation'> & {
    /** When the operator released it. */
    releasedAt: Date | null;
    /** The first deed of an operator on the callout since the acknowledgement. */
    deedAt: Date | null;
  };

export type Minutes = {
  noResponder: number;
  /** An acknowledgement that nothing follows lapses after this. */
  acknowledged: number;
};

/** All current alerts, most urgent first. TEST callouts have none. */
export function alertsOf(
  situation: Situation,
  marks: readonly Mark[],
  at: Date,
  minutes: Minutes,
): CurrentAlert[] {
  const real = situation.callouts.filter(({ kind }) => kind === 'real');
  const found = [
    ...situation.presses.map(alertOfPress),
    ...real.flatMap((callout) => alertsOfCallout(callout, at, minutes.noResponder)),
    ...alertsOfPoller(situation, at),
  ];
  const helped = new Set(
    real.filter(({ stage }) => !BEFORE_A_RESPONDER.includes(stage)).map(({ calloutId }) => `${calloutId}`),
  );
  const seen = new Set(marks.filter(({ acknowledged }) => acknowledged).map(({ subject }) => subject));
  const standing = standingBy(marks, at, minutes.acknowledged);
  return found
    .map(standing)
    .filter(({ kind, subject }) => kind !== 'new_callout' || !helped.has(subject) || !seen.has(subject))
    .sort(byUrgency);
}

/** An alert before anything was done about it. */
export function alert(kind: AlertKind, subject: string | number, since: Date): CurrentAlert {
  const none = { acknowledged: null, assigned: null, returned: null, escalation: null };
  return { kind, subject: `${subject}`, since, beganAt: since, lastAt: since, isTest: false, ...none };
}

/**
 * Gives an alert as it stands after what was done about it. Where its acknowledgement has ended, it is a new alert since
 * then: it rings, is escalated and is acknowledged anew, and all processes agree on it without writing anything.
 */
export function standingBy(
  marks: readonly Mark[],
  at: Date,
  acknowledgedMinutes: number,
): (alert: CurrentAlert) => CurrentAlert {
  const marksByKey = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const standing = (alert: CurrentAlert): CurrentAlert => {
    const mark = marksByKey.get(keyOf(alert));
    if (!mark) return alert;
    const end = endOf(mark, acknowledgedMinutes);
    if (end === null || end.at > at) {
      const { acknowledged, assigned, escalation } = mark;
      return { ...alert, acknowledged, assigned, escalation };
    }
    const lastAt = new Date(Math.max(end.at.getTime(), alert.lastAt.getTime()));
    return standing({ ...alert, since: end.at, lastAt, returned: end.returned });
  };
  return standing;
}

/** When an acknowledgement ends; null if it does not. Always after the alert’s `since`. */
function endOf(
  { acknowledged, since, releasedAt, deedAt }: Mark,
  acknowledgedMinutes: number,
): { at: Date; returned: Return } | null {
  if (acknowledged === null) return null;
  const lapsesMs = acknowledged.at.getTime() + acknowledgedMinutes * MINUTE_MS;
  const end = (why: Return['why'], ms: number) => ({
    at: new Date(Math.max(ms, since.getTime() + 1)),
    returned: { why, by: acknowledged.by },
  });
  const isLasting = deedAt !== null && deedAt.getTime() <= lapsesMs;
  if (releasedAt && (isLasting || releasedAt.getTime() < lapsesMs)) {
    return end('released', releasedAt.getTime());
  }
  return isLasting ? null : end('lapsed', lapsesMs);
}

function alertOfPress({ pressId, kind, receivedAt, newestAt }: WaitingPress): CurrentAlert {
  return { ...alert('press_undelivered', pressId, receivedAt), lastAt: newestAt, isTest: kind === 'test' };
}

const BEFORE_A_RESPONDER: readonly Stage[] = ['raised', 'owned'];
const STAGES_WITH_POSITION: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived'];

function alertsOfCallout(callout: OpenCallout, at: Date, noResponderMinutes: number): CurrentAlert[] {
  const { calloutId, stage, raisedAt, duressAt, heardAt } = callout;
  const alerts = [alert('new_callout', calloutId, raisedAt)];
  if (duressAt) alerts.push(alert('duress_suspected', calloutId, duressAt));
  const overdueAt = new Date(raisedAt.getTime() + noResponderMinutes * MINUTE_MS);
  if (BEFORE_A_RESPONDER.includes(stage) && at >= overdueAt) {
    alerts.push(alert('no_responder', calloutId, overdueAt));
  }
  // After a cancellation or completion a lost position is expected, unless duress is suspected.
  const needsPosition = STAGES_WITH_POSITION.includes(stage) || duressAt !== null;
  if (needsPosition && heardAt && at.getTime() - heardAt.getTime() > PAUSED_AFTER_MS) {
    alerts.push(alert('position_lost', calloutId, heardAt));
  }
  return alerts;
}

function alertsOfPoller(situation: Situation, at: Date): CurrentAlert[] {
  const { silence, since } = silenceOf(situation, at);
  return silence ? [alert('aura_unreachable', '', since)] : [];
}

/** Whether AURA is silent, and whether that is its fault or ours. */
export function silenceOf(
  { asking, callouts }: Pick<Situation, 'asking' | 'callouts'>,
  at: Date,
): { silence: 'no_answer' | 'not_asked' | null; since: Date } {
  const { roundAt, failedSince } = asking;
  // Before the first round ever, count from the oldest callout.
  const askedAt = roundAt ?? earliest(callouts.map(({ raisedAt }) => raisedAt)) ?? at;
  const isAsked = at.getTime() - askedAt.getTime() <= POLLER_STALE_AFTER_MS;
  if (!isAsked) return { silence: 'not_asked', since: failedSince ?? askedAt };
  const isAnswered = !failedSince || at.getTime() - failedSince.getTime() <= UNREACHABLE_AFTER_MS;
  return { silence: isAnswered ? null : 'no_answer', since: failedSince ?? at };
}

function earliest(instants: readonly Date[]): Date | undefined {
  return instants.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

export function keyOf({ kind, subject, since }: Key): string {
  return `${kind} ${subject} ${since.getTime()}`;
}

/** For these the newest comes first, for the others the oldest. */
const NEWEST_FIRST: readonly AlertKind[] = ['press_undelivered', 'duress_suspected', 'new_callout'];

export function newestFirst(kind: AlertKind): boolean {
  return NEWEST_FIRST.includes(kind);
}

/** Unacknowledged first, then by kind and time. */
function byUrgency(one: CurrentAlert, other: CurrentAlert): number {
  if ((one.acknowledged === null) !== (other.acknowledged === null)) return one.acknowledged ? 1 : -1;
  const byKind = alertKinds.indexOf(one.kind) - alertKinds.indexOf(other.kind);
  const byTime = one.lastAt.getTime() - other.lastAt.getTime();
  return byKind || (newestFirst(one.kind) ? -byTime : byTime);
}

/**
 * Presses of one person that stand in the same way, newest first, as one alarm: the earliest, whose name does not change
 * when another comes, with the others' ids. It stands where the newest stood.
 */
export function foldRepeats(
  newestFirst: readonly { press: UndeliveredPress; personId: string }[],
): UndeliveredPress[] {
  const alarms = new Map<string, UndeliveredPress>();
  for (const { press, personId } of newestFirst) {
    const { kind, state, sending, withdrawRequestedAt, acknowledged } = press;
    const why = state === 'recorded' ? null : press.problem;
    const standing = [personId, kind, state, sending, why, acknowledged?.by].join(' ');
    const name = withdrawRequestedAt === null ? standing : press.pressId;
    const later = alarms.get(name);
    alarms.set(
      name,
      later ? { ...press, newestAt: later.newestAt, repeats: [later.pressId, ...later.repeats] } : press,
    );
  }
  return [...alarms.values()];
}
