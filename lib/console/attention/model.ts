import { PAUSED_AFTER_MS } from '#lib/following/positions/model.ts';
import { type Kind, type NeedKind, needKinds, type Stage } from '#lib/vocabulary.ts';

// What needs a human now. Derived at each look and stored nowhere, so that it can neither be missed nor be left
// over; what is stored is only what was done about it. Pure; time is passed in.

const MINUTE_MS = 60_000;
/** One round that failed may be a hiccup; by then a second one would have failed, too. */
const UNREACHABLE_AFTER_MS = 15_000;
/** The rarest rounds are 40 s apart, and one that AURA leaves waiting lasts some seconds. */
const NOT_ASKED_AFTER_MS = 75_000;

export type OpenCallout = {
  calloutId: number;
  kind: Kind;
  stage: Stage;
  raisedAt: Date;
  duressAt: Date | null;
  /** When the device that is followed was last heard of; null where none ever was. */
  heardAt: Date | null;
};

export type Taken = { by: string; at: Date };

export type WaitingPress = { pressId: string; kind: Kind; receivedAt: Date };

export type Situation = {
  /** Those that AURA has not closed. */
  callouts: readonly OpenCallout[];
  /** Those that AURA does not have. */
  presses: readonly WaitingPress[];
  /** When the last round of asking AURA began, and the first of those in a row that it did not answer. */
  asking: { roundAt: Date | null; failedSince: Date | null };
};

export type Need = {
  kind: NeedKind;
  /** A press's or callout's id; empty for what concerns the whole deployment. */
  subject: string;
  /** Tells a new need from one of the same kind that was taken up before. */
  since: Date;
  isTest: boolean;
  acknowledged: Taken | null;
  escalation: { at: Date; attempts: number; sentAt: Date | null } | null;
};

/** What tells a need from every other. */
export type Key = Pick<Need, 'kind' | 'subject' | 'since'>;
/** What was done about a need. */
export type Mark = Key & Pick<Need, 'acknowledged' | 'escalation'>;

/** Everything that needs a human at this moment, most urgent first. TEST callouts never do. */
export function needsOf(
  situation: Situation,
  marks: readonly Mark[],
  at: Date,
  noResponderMinutes: number,
): Need[] {
  const real = situation.callouts.filter(({ kind }) => kind === 'real');
  const found = [
    ...situation.presses.map(needOfPress),
    ...real.flatMap((callout) => needsOfCallout(callout, at, noResponderMinutes)),
    ...needsOfAsking(situation, at),
  ];
  const marksByKey = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const seen = new Set(marks.filter(({ acknowledged }) => acknowledged).map(({ subject }) => subject));
  return found.flatMap((need) => withMark(need, marksByKey, seen)).sort(byUrgency);
}

function need(kind: NeedKind, subject: string | number, since: Date): Need {
  return { kind, subject: `${subject}`, since, isTest: false, acknowledged: null, escalation: null };
}

function needOfPress({ pressId, kind, receivedAt }: WaitingPress): Need {
  return { ...need('press_undelivered', pressId, receivedAt), isTest: kind === 'test' };
}

const BEFORE_A_RESPONDER: readonly Stage[] = ['raised', 'owned'];
const LOOKED_FOR: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived'];

function needsOfCallout(callout: OpenCallout, at: Date, noResponderMinutes: number): Need[] {
  const { calloutId, stage, raisedAt, duressAt, heardAt } = callout;
  const needs = [need('new_callout', calloutId, raisedAt)];
  if (duressAt) needs.push(need('duress_suspected', calloutId, duressAt));
  const overdueAt = new Date(raisedAt.getTime() + noResponderMinutes * MINUTE_MS);
  if (BEFORE_A_RESPONDER.includes(stage) && at >= overdueAt) {
    needs.push(need('no_responder', calloutId, overdueAt));
  }
  // Who called it off, or was helped, may put the phone away; but not who may be under duress.
  const isLookedFor = LOOKED_FOR.includes(stage) || duressAt !== null;
  if (isLookedFor && heardAt && at.getTime() - heardAt.getTime() > PAUSED_AFTER_MS) {
    needs.push(need('position_lost', calloutId, heardAt));
  }
  return needs;
}

function needsOfAsking(situation: Situation, at: Date): Need[] {
  const { silence, since } = silenceOf(situation, at);
  return silence ? [need('aura_unreachable', '', since)] : [];
}

/** Whether AURA is silent, and whose doing that is. */
export function silenceOf(
  { asking, callouts }: Pick<Situation, 'asking' | 'callouts'>,
  at: Date,
): { silence: 'no_answer' | 'not_asked' | null; since: Date } {
  const { roundAt, failedSince } = asking;
  // Before the first round ever, whoever waits has waited since their callout.
  const askedAt = roundAt ?? earliest(callouts.map(({ raisedAt }) => raisedAt)) ?? at;
  const isAsked = at.getTime() - askedAt.getTime() <= NOT_ASKED_AFTER_MS;
  if (!isAsked) return { silence: 'not_asked', since: failedSince ?? askedAt };
  const isAnswered = !failedSince || at.getTime() - failedSince.getTime() <= UNREACHABLE_AFTER_MS;
  return { silence: isAnswered ? null : 'no_answer', since: failedSince ?? at };
}

function earliest(instants: readonly Date[]): Date | undefined {
  return instants.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function withMark(need: Need, marks: ReadonlyMap<string, Mark>, seen: ReadonlySet<string>): Need[] {
  // Whoever took up something worse about it has seen the callout, too; and one that was seen is not new.
  if (need.kind === 'new_callout' && seen.has(need.subject)) return [];
  const own = marks.get(keyOf(need));
  return [{ ...need, acknowledged: own?.acknowledged ?? null, escalation: own?.escalation ?? null }];
}

export function keyOf({ kind, subject, since }: Key): string {
  return `${kind} ${subject} ${since.getTime()}`;
}

/** Of these the newest is the one that nobody knows of yet; of the others the one that has waited longest comes first. */
const NEWEST_FIRST: readonly NeedKind[] = ['press_undelivered', 'duress_suspected', 'new_callout'];

/** What nobody has taken up before what somebody has; then by kind; then by time. */
function byUrgency(one: Need, other: Need): number {
  if ((one.acknowledged === null) !== (other.acknowledged === null)) return one.acknowledged ? 1 : -1;
  const byKind = needKinds.indexOf(one.kind) - needKinds.indexOf(other.kind);
  const byTime = one.since.getTime() - other.since.getTime();
  return byKind || (NEWEST_FIRST.includes(one.kind) ? -byTime : byTime);
}

/** How many there are of each kind, the most urgent kind first. */
export function countByKind(needs: readonly Pick<Need, 'kind'>[]): { kind: NeedKind; count: number }[] {
  return needKinds
    .map((kind) => ({ kind, count: needs.filter((need) => need.kind === kind).length }))
    .filter(({ count }) => count > 0);
}
