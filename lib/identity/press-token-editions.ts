import 'server-only';
import { listRevokedEditions } from '#lib/identity/store.ts';
import { type FeedEvent, subscribeToChanges } from '#lib/live/change-feed.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Which press tokens were revoked, in the memory of this process: a flood of requests with a revoked one must not be
// able to slow down the question whether it was.

const RETRY_MS = 1_000;

type Editions = {
  /** Of everybody who ever revoked a token. Editions only rise, so what is here never becomes wrong. */
  revoked: Map<string, number>;
  /** Nothing that was revoked by now is missing. */
  isComplete: boolean;
  /** Counts how often the feed began or stopped to listen, so that a late answer is seen to be late. */
  turn: number;
};

function editions(): Editions {
  return processSingleton('press-token-editions', () => ({ revoked: new Map(), isComplete: false, turn: 0 }));
}

/** Keeps the editions of this process complete for as long as it runs. */
export function followEditions(): void {
  processSingleton('press-token-editions-followed', () => subscribeToChanges(onFeedEvent));
}

export type Standing = 'good' | 'revoked' | 'unknown';

/** What is known here of a token; `unknown` while something may be missing. */
export function knownStanding({ personId, edition }: { personId: string; edition: number }): Standing {
  const { revoked, isComplete } = editions();
  if ((revoked.get(personId) ?? 1) > edition) return 'revoked';
  return isComplete ? 'good' : 'unknown';
}

/** That a person's tokens have this edition by now. */
export function noteEdition({ personId, edition }: { personId: string; edition: number }): void {
  const { revoked } = editions();
  if (edition > (revoked.get(personId) ?? 1)) revoked.set(personId, edition);
}

function onFeedEvent(event: FeedEvent): void {
  const here = editions();
  if (event.kind === 'change') {
    if (event.change.about === 'press_token') noteEdition(event.change);
    return;
  }
  here.turn += 1;
  here.isComplete = false;
  if (event.kind === 'listening') void load(here.turn);
}

// After the feed listens, so that nothing falls between what is read here and what is heard.
async function load(turn: number): Promise<void> {
  const here = editions();
  if (here.turn !== turn) return;
  try {
    for (const each of await listRevokedEditions()) noteEdition(each);
    if (here.turn === turn) here.isComplete = true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'revoked press tokens not read');
    setTimeout(() => void load(turn), RETRY_MS).unref();
  }
}
