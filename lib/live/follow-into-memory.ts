import 'server-only';
import { describeError, log } from '#lib/platform/log.ts';
import { type FeedEvent, subscribeToChanges } from './change-feed.ts';
import type { Change } from './changes.ts';

const RETRY_MS = 1_000;

/** What a process remembers of a table, kept up to date by change notifications. */
export type Memory = {
  /** Whether it holds all of it: not while changes may be missed. */
  isComplete: boolean;
  /** Generation of the subscription, to discard results of an earlier one. */
  turn: number;
};

type Following = {
  memory: () => Memory;
  onChange: (change: Change) => void;
  /** Adds all that there is; what was added before stays. */
  load: () => Promise<void>;
  what: string;
};

/** Keeps a memory up to date. Loads after subscribing, so that nothing is missed in between. */
export function followIntoMemory({ memory, onChange, load, what }: Following): () => void {
  const loadFor = async (turn: number): Promise<void> => {
    if (memory().turn !== turn) return;
    try {
      await load();
      if (memory().turn === turn) memory().isComplete = true;
    } catch (error) {
      log.warn({ error: describeError(error) }, `loading ${what} failed`);
      setTimeout(() => void loadFor(turn), RETRY_MS).unref();
    }
  };
  return subscribeToChanges((event: FeedEvent) => {
    if (event.kind === 'change') return onChange(event.change);
    const here = memory();
    here.turn += 1;
    here.isComplete = false;
    if (event.kind === 'listening') void loadFor(here.turn);
  });
}
