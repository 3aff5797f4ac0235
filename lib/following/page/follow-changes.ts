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
  /** The same for all sessions of an actor. */
  viewer: string;
  /** Limit of concurrent streams per process. */
  streamsAtMost: number;
  /** Returns the unsubscribe function. */
  subscribe: (hear: (news: ChangeNews) => void) => () => void;
};

type PageChange = Exclude<Change, { about: 'press_token' }>;

/** Pages poll as well, so one without a stream is only slower. */
const STREAMS_AT_MOST = { person: 50, operator: 500 };

/** The stream of changes: all of them for operators, a person's own for a person. */
export const followChanges = verb('change.follow', z.object({}), async (actor) => {
  const ownOf = actor.role === 'person' ? actor.personId : null;
  const following: Following = {
    viewer: actor.role === 'person' ? `person ${actor.personId}` : `${actor.role} ${actor.operatorId}`,
    streamsAtMost: actor.role === 'person' ? STREAMS_AT_MOST.person : STREAMS_AT_MOST.operator,
    subscribe: (hear) => {
      // Sequential, to keep the order.
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
    // Fail closed: polling makes up for it in seconds, and a leak could be dangerous.
    log.warn({ error: describeError(error) }, 'change not told to its owner');
    return false;
  }
}

/** After *I am safe* even the time of a change would reveal whether the code was right; the close may be known. */
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
