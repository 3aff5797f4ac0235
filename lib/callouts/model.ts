import type { BoardQuery, Callout } from '#lib/callouts/schema.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';

// The stages of a callout, and what AURA's words say of them. Pure; time is passed in.

// AURA's status texts are free. Their full list is unknown, and what is read from one is never taken back, so
// a text counts only if we know every word of it: "not", "awaiting", "failed", "unable to" need no list of their own.

/** What a text may be about. */
const SUBJECTS = words(`
  callout call out case job alarm panic incident emergency response status`);

/** Who may be at work on it; that one of these is cancelled or closed says nothing of the callout. */
const HELPERS = words(`
  responder responders responding officer officers unit units vehicle patrol team guard guards agent paramedic
  paramedics ambulance dispatch supplier`);

/** Whom it is about, and who may cancel it. What they do is nothing that a responder does. */
const PEOPLE = words('customer client user person member');

const FILLERS = words(`
  sandbox aura control room controller operator system app api integrator armed medical security police by the a an
  at on of to and with via has have been is was manually automatically auto successfully eta min mins minute minutes
  scene taken over`);

/** The words that name a stage. */
const NAMING = words(`
  created owned ownership acknowledged dispatched arrived completed cancelled canceled closed`);

const KNOWN = new Set([...SUBJECTS, ...HELPERS, ...PEOPLE, ...FILLERS, ...NAMING]);

/** Between what is closed and the word for it: "callout has been closed". */
const COPULAS = words('has have been is was');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

function wordsOf(status: string | null): string[] {
  return status?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Our reading of AURA's status text; null for one that says nothing to us, which moves nothing and is shown as it
 * is. "Responder Cancelled" stands one responder down and is no stage.
 */
export function stageOfStatus(status: string | null): Stage | null {
  const text = wordsOf(status);
  // A question is no statement.
  if (status?.includes('?') || !text.every(isKnown)) return null;
  const has = (...some: string[]) => some.some((word) => text.includes(word));
  const isOfHelper = text.some((word) => HELPERS.has(word));
  const isOfPerson = !isOfHelper && text.some((word) => PEOPLE.has(word));
  if (has('closed')) return isCalloutClosed(text) ? 'closed' : null;
  if (has('cancelled', 'canceled')) return isOfHelper ? null : 'cancelled';
  if (has('completed')) return isOfPerson ? null : 'completed';
  if (has('arrived')) return isOfPerson ? null : 'arrived';
  if (isOnScene(text)) return 'arrived';
  if (has('dispatched')) return isOfPerson ? null : 'dispatched';
  if (has('acknowledged')) return isOfHelper ? 'dispatched' : null;
  if (has('owned') || (has('ownership') && has('taken'))) return 'owned';
  return has('created') ? 'raised' : null;
}

// "On scene" by itself or of somebody who came there, and not "created on scene".
function isOnScene(text: readonly string[]): boolean {
  const rest = text.join(' ').replace(/\b(on|at) (the )?scene\b/, '');
  const others = rest.split(' ').filter((word) => word !== '' && !COPULAS.has(word) && !FILLERS.has(word));
  return rest !== text.join(' ') && others.every((word) => HELPERS.has(word));
}

/** Nobody counts nothing: "0 responders". */
function isKnown(word: string): boolean {
  return KNOWN.has(word) || /^[1-9]\d*$/.test(word);
}

// Responders, roads and gates are closed, too.
function isCalloutClosed(text: readonly string[]): boolean {
  const before = text.slice(0, text.indexOf('closed')).filter((word) => !COPULAS.has(word));
  const subject = before.at(-1);
  return subject === undefined || SUBJECTS.has(subject);
}

/** Whether a text has anything to do with a cancellation, of the callout or of a responder. */
export function speaksOfCancelling(status: string | null): boolean {
  return wordsOf(status).some((word) => word === 'cancelled' || word === 'canceled');
}

/** Stages never go back and *closed* is final, whatever arrives late, twice or out of order. */
export function laterStage(current: Stage, seen: Stage | null): Stage {
  return seen !== null && stages.indexOf(seen) > stages.indexOf(current) ? seen : current;
}

/** The stages in which somebody comes, in their order: what an event may add to AURA's text. */
const FORWARD: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived', 'completed'];

/**
 * What a reading shows of the stage when events named stages as well: of the way forward the furthest that either
 * names, since AURA's texts need not tell all of it. A cancellation takes AURA's text, unless that says nothing to
 * us; a close has a rule of its own (close-model.ts; docs/decisions/0008-events-against-texts.md).
 */
export function stageRead(rawStatus: string | null, named: readonly Stage[]): Stage | null {
  const read = stageOfStatus(rawStatus);
  const forward = named.filter((stage) => FORWARD.includes(stage));
  const seen = forward.reduce<Stage | null>(furthestStage, read);
  return read === null && named.includes('cancelled') ? 'cancelled' : seen;
}

/** The further of two stages, either of which may be missing. */
export function furthestStage(one: Stage | null, other: Stage | null): Stage | null {
  return one === null ? other : laterStage(one, other);
}

/** Stages that events named and that lie between two others: reached, and gone through unseen. */
export function passedThrough(from: Stage, to: Stage, named: readonly Stage[]): Stage[] {
  const isBetween = (stage: Stage) =>
    laterStage(from, stage) !== from && stage !== to && laterStage(stage, to) === to;
  return FORWARD.filter((stage) => named.includes(stage) && isBetween(stage));
}

/**
 * What AURA told of a response after it was called off, newest last; null when nothing speaks against that. The
 * stage itself never goes back, so this has to be said beside it.
 */
export function toldAfterCancel(
  callout: Pick<Callout, 'timeline' | 'closedAt'>,
): { at: string; words: string | Stage } | null {
  const cancelled = callout.timeline.findIndex(({ stage }) => stage === 'cancelled');
  if (cancelled < 0 || callout.closedAt !== null) return null;
  const since = callout.timeline.slice(cancelled + 1).flatMap(({ at, stage, event }) => {
    const said = stage ?? stageOfStatus(event);
    if (said === 'cancelled' || speaksOfCancelling(event)) return [null];
    return said && isResponse(said) ? [{ at, words: event ?? said }] : [];
  });
  return since.at(-1) ?? null;
}

/** Whether somebody at AURA is, or was, at work on it. */
export function isResponse(stage: Stage): boolean {
  return stage !== 'raised' && FORWARD.includes(stage);
}

type State = { stage: Stage; rawStatus: string | null; asOf: Date };

/**
 * What we know of a callout after a reading that began at `at`. The stage only moves forward; the text is that
 * of the newest reading, so one that was overtaken on its way changes no words. A closed callout stays as it is.
 */
export function learn(
  known: State,
  reading: { stage: Stage | null; rawStatus: string | null },
  at: Date,
): State {
  if (known.stage === 'closed') return known;
  const stage = laterStage(known.stage, reading.stage);
  if (at < known.asOf) return { ...known, stage };
  return { stage, rawStatus: reading.rawStatus ?? known.rawStatus, asOf: at };
}

/** The console's page of the board; `after` is the cursor of a later page of its list. */
export function boardAddress(query: BoardQuery & { after?: string }): string {
  const fields = new URLSearchParams(query);
  return fields.size > 0 ? `/admin/callouts?${fields}` : '/admin/callouts';
}
