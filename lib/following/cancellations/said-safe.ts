import 'server-only';
import { type FeedEvent, subscribeToChanges } from '#lib/live/change-feed.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { findOpenSafeAsked, listSaidSafe } from './store.ts';

// Who said *I am safe* of a callout that has not closed. Few do, so that they are remembered, and a press of anybody
// else costs no query.

const RETRY_MS = 1_000;

type SaidSafe = {
  /** Also those whose callout has closed since: they cost a query. */
  persons: Set<string>;
  /** Whether it holds all of them. */
  isComplete: boolean;
  /** Generation of the subscription, to discard results of an earlier one. */
  turn: number;
};

function saidSafe(): SaidSafe {
  return processSingleton('said-safe', () => ({ persons: new Set(), isComplete: false, turn: 0 }));
}

/** Keeps the memory up to date while the process runs. */
export function followSaidSafe(): void {
  processSingleton('said-safe-followed', () => subscribeToChanges(onFeedEvent));
}

export function noteSaidSafe(personId: string): void {
  saidSafe().persons.add(personId);
}

/** Since when a person is said to be safe whose callout has not closed; null of anybody else. */
export async function saidSafeSince(personId: string): Promise<Date | null> {
  const { persons, isComplete } = saidSafe();
  return isComplete && !persons.has(personId) ? null : findOpenSafeAsked(personId);
}

function onFeedEvent(event: FeedEvent): void {
  const here = saidSafe();
  if (event.kind === 'change') {
    if (event.change.about === 'said_safe') noteSaidSafe(event.change.personId);
    return;
  }
  here.turn += 1;
  here.isComplete = false;
  if (event.kind === 'listening') void load(here.turn);
}

// Loads after subscribing, so that nobody is missed in between.
async function load(turn: number): Promise<void> {
  const here = saidSafe();
  if (here.turn !== turn) return;
  try {
    const persons = await listSaidSafe();
    if (here.turn !== turn) return;
    // Those who were noted meanwhile stay.
    for (const personId of persons) here.persons.add(personId);
    here.isComplete = true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'loading who is said to be safe failed');
    setTimeout(() => void load(turn), RETRY_MS).unref();
  }
}
