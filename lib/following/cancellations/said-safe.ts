import 'server-only';
import { followIntoMemory, type Memory } from '#lib/live/follow-into-memory.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { findOpenSafeAsked, listSaidSafe } from './store.ts';

// Who said *I am safe* of a callout that has not closed. Few do, so that they are remembered, and a press of anybody
// else costs no query.

/** `persons`: also those whose callout has closed since: they cost a query. */
type SaidSafe = Memory & { persons: Set<string> };

function saidSafe(): SaidSafe {
  return processSingleton('said-safe', () => ({ persons: new Set(), isComplete: false, turn: 0 }));
}

/** Keeps the memory up to date while the process runs. */
export function followSaidSafe(): void {
  processSingleton('said-safe-followed', () =>
    followIntoMemory({
      memory: saidSafe,
      onChange: (change) => {
        if (change.about === 'said_safe') noteSaidSafe(change.personId);
      },
      load: async () => {
        for (const personId of await listSaidSafe()) noteSaidSafe(personId);
      },
      what: 'who is said to be safe',
    }),
  );
}

export function noteSaidSafe(personId: string): void {
  saidSafe().persons.add(personId);
}

/** Since when a person is said to be safe whose callout has not closed; null of anybody else. */
export async function saidSafeSince(personId: string): Promise<Date | null> {
  const { persons, isComplete } = saidSafe();
  return isComplete && !persons.has(personId) ? null : findOpenSafeAsked(personId);
}
