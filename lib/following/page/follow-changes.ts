import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { subscribeToChanges } from '#lib/live/change-feed.ts';
import type { Change } from '#lib/live/changes.ts';
import type { Topic } from '#lib/live/schema.ts';
import { describeError, log } from '#lib/platform/log.ts';

export type ChangeNews = { kind: 'change'; topic: Topic } | { kind: 'live' } | { kind: 'lost' };
export type Following = {
  /** Who follows; the same for every session of theirs. */
  viewer: string;
  /** How many streams of theirs one process keeps open. */
  streamsAtMost: number;
  /** Hears from now on, until the function that it gives is called. */
  subscribe: (hear: (news: ChangeNews) => void) => () => void;
};

/** What a page can be told of. */
type PageChange = Exclude<Change, { about: 'press_token' }>;

/** Every page asks by itself, too, so that what is refused a stream is only slower. */
const STREAMS_AT_MOST = { person: 50, operator: 500 };

/** What changes, as it changes: to operators everything, to a person only what is theirs. */
export const followChanges = verb('change.follow', z.object({}), async (actor) => {
  const ownOf = actor.role === 'person' ? actor.personId : null;
  const following: Following = {
    viewer: actor.role === 'person' ? `person ${actor.personId}` : `${actor.role} ${actor.operatorId}`,
    streamsAtMost: actor.role === 'person' ? STREAMS_AT_MOST.person : STREAMS_AT_MOST.operator,
    subscribe: (hear) => {
      // One after the other, so that what may be told is told in its order.
      let told = Promise.resolve();
      const tellOwner = async (change: PageChange) => {
        if (await mayBeTold(change)) hear(toNews(change));
      };
      const hearChange = (change: Change) => {
        if (change.about === 'press_token') return;
        if (ownOf === null) hear(toNews(change));
        else if (ownerOf(change) === ownOf) told = told.then(() => tellOwner(change));
      };
      return subscribeToChanges((news) => {
        if (news.kind === 'listening') hear({ kind: 'live' });
        else if (news.kind === 'lost') hear(news);
        else hearChange(news.change);
      });
    },
  };
  return ok(following);
});

async function mayBeTold(change: PageChange): Promise<boolean> {
  try {
    return change.about !== 'callout' || !(await isKeptQuiet(change.calloutId));
  } catch (error) {
    // The page asks by itself, too, so keeping quiet costs seconds; a word too many may cost more.
    log.warn({ error: describeError(error) }, 'change not told to its owner');
    return false;
  }
}

/** After *I am safe* even the moment of a change would tell whether the code was right; the close may be known. */
async function isKeptQuiet(calloutId: number): Promise<boolean> {
  const [callout, safeAskedAt] = await Promise.all([findCallout(calloutId), findSafeAsked(calloutId)]);
  return safeAskedAt !== null && callout?.closedAt === null;
}

function ownerOf(change: PageChange): string | null {
  return change.about === 'attention' ? null : change.personId;
}

function toNews(change: PageChange): ChangeNews {
  return { kind: 'change', topic: topicOf(change) };
}

function topicOf(change: PageChange): Topic {
  switch (change.about) {
    case 'callout':
      return `callout:${change.calloutId}`;
    case 'press':
      return `press:${change.pressId}`;
    case 'attention':
      return `attention:${change.kind}`;
  }
}
