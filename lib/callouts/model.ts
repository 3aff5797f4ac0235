import type { Callout } from '#lib/callouts/answers.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';

// The stages of a callout and how AURA's status texts map to them. Pure; time is passed in.

// AURA's status is free text with an unknown vocabulary, and a stage is never taken back. So a text counts only if
// every word is known: "not", "awaiting", "failed", "unable to" then need no list of their own.

/** What a text may be about. */
const SUBJECTS = words(`
  callout call out case job alarm panic incident emergency response status`);

/** Responders: a cancelled or closed one says nothing about the callout. */
const HELPERS = words(`
  responder responders responding officer officers unit units vehicle patrol team guard guards agent paramedic
  paramedics ambulance dispatch supplier`);

/** The customer's side: their actions are not a responder's. */
const PEOPLE = words('customer client user person member');

const FILLERS = words(`
  sandbox aura control room controller operator system app api integrator armed medical security police by the a an
  at on of to and with via has have been is was manually automatically auto successfully eta min mins minute minutes
  scene taken over`);

/** Words that name a stage. */
const NAMING = words(`
  created owned ownership acknowledged dispatched arrived completed cancelled canceled closed`);

const KNOWN = new Set([...SUBJECTS, ...HELPERS, ...PEOPLE, ...FILLERS, ...NAMING]);

/** Between subject and word: "callout has been closed". */
const COPULAS = words('has have been is was');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** AURA's statuses are a few words: a longer text is not understood, and costs nothing. */
const LONGEST_STATUS = 400;

function wordsOf(status: string | null): string[] {
  if (status === null || status.length > LONGEST_STATUS) return [];
  return status.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The stage of AURA's status text; null when not understood. "Responder Cancelled" concerns one responder: no stage.
 */
export function stageOfStatus(status: string | null): Stage | null {
  const text = wordsOf(status);
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

// "On scene" alone or with a helper as subject, not "created on scene".
function isOnScene(text: readonly string[]): boolean {
  const rest = text.join(' ').replace(/\b(on|at) (the )?scene\b/, '');
  const others = rest.split(' ').filter((word) => word !== '' && !COPULAS.has(word) && !FILLERS.has(word));
  return rest !== text.join(' ') && others.every((word) => HELPERS.has(word));
}

/** "0 responders" means none. */
function isKnown(word: string): boolean {
  return KNOWN.has(word) || /^[1-9]\d*$/.test(word);
}

// Responders, roads and gates can be closed, too.
function isCalloutClosed(text: readonly string[]): boolean {
  const before = text.slice(0, text.indexOf('closed')).filter((word) => !COPULAS.has(word));
  const subject = before.at(-1);
  return subject === undefined || SUBJECTS.has(subject);
}

/** Whether a text mentions a cancellation, of the callout or of a responder. */
export function mentionsCancellation(status: string | null): boolean {
  return wordsOf(status).some((word) => word === 'cancelled' || word === 'canceled');
}

/** Stages never go back and *closed* is final, so late, repeated and reordered readings are safe. */
export function laterStage(current: Stage, seen: Stage | null): Stage {
  return seen !== null && stages.indexOf(seen) > stages.indexOf(current) ? seen : current;
}

/** The stages of a response, in order: what an event may add to AURA's text. */
const FORWARD: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived', 'completed'];

/**
 * The furthest stage of a reading and of events; a cancellation needs AURA's text, if that is understood
 * (docs/decisions/0008-events-against-texts.md).
 */
export function stageRead(rawStatus: string | null, named: readonly Stage[]): Stage | null {
  const read = stageOfStatus(rawStatus);
  const forward = named.filter((stage) => FORWARD.includes(stage));
  const seen = forward.reduce<Stage | null>(furthestStage, read);
  return read === null && named.includes('cancelled') ? 'cancelled' : seen;
}

export function furthestStage(one: Stage | null, other: Stage | null): Stage | null {
  return one === null ? other : laterStage(one, other);
}

export function passedThrough(from: Stage, to: Stage, named: readonly Stage[]): Stage[] {
  const isBetween = (stage: Stage) =>
    laterStage(from, stage) !== from && stage !== to && laterStage(stage, to) === to;
  return FORWARD.filter((stage) => named.includes(stage) && isBetween(stage));
}

/** A response that AURA reported after a cancellation, newest last: the stage does not go back for it. */
export function responseAfterCancel(
  callout: Pick<Callout, 'timeline' | 'closedAt'>,
): { at: string; words: string | Stage } | null {
  const cancelled = callout.timeline.findIndex(({ stage }) => stage === 'cancelled');
  if (cancelled < 0 || callout.closedAt !== null) return null;
  const since = callout.timeline.slice(cancelled + 1).flatMap(({ at, stage, event }) => {
    const named = stage ?? stageOfStatus(event);
    if (named === 'cancelled' || mentionsCancellation(event)) return [null];
    return named && isResponse(named) ? [{ at, words: event ?? named }] : [];
  });
  return since.at(-1) ?? null;
}

/** Whether somebody at AURA is, or was, working on it. */
export function isResponse(stage: Stage): boolean {
  return stage !== 'raised' && FORWARD.includes(stage);
}

type State = { stage: Stage; rawStatus: string | null; asOf: Date };

/** Merges a reading that began at `at`: the stage only moves forward, the newest text counts, closed is final. */
export function mergeReading(
  known: State,
  reading: { stage: Stage | null; rawStatus: string | null },
  at: Date,
): State {
  if (known.stage === 'closed') return known;
  const stage = laterStage(known.stage, reading.stage);
  if (at < known.asOf) return { ...known, stage };
  return { stage, rawStatus: reading.rawStatus ?? known.rawStatus, asOf: at };
}

/** The console's URL of the board; `after` is the cursor of a later page. */
export function boardAddress(query: BoardQuery & { after?: string }): string {
  const fields = new URLSearchParams(query);
  return fields.size > 0 ? `/admin/callouts?${fields}` : '/admin/callouts';
}
