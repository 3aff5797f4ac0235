import 'server-only';
import { z } from 'zod';
import type { Topic } from '#lib/changes/schema.ts';
import { verb } from '#lib/identity/verb.ts';
import { subscribeToChanges } from '#lib/platform/change-feed.ts';
import type { Change } from '#lib/platform/changes.ts';
import { ok } from '#lib/platform/result.ts';

export type ChangeNews = { kind: 'change'; topic: Topic } | { kind: 'live' } | { kind: 'lost' };
export type Following = {
  /** Who follows; the same for every session of theirs. */
  viewer: string;
  /** Hears from now on, until the function that it gives is called. */
  subscribe: (hear: (news: ChangeNews) => void) => () => void;
};

/** What changes, as it changes: to operators everything, to a person only what is theirs. */
export const followChanges = verb('change.follow', z.object({}), async (actor) => {
  const ownOf = actor.role === 'person' ? actor.personId : null;
  const following: Following = {
    viewer: actor.role === 'person' ? `person ${actor.personId}` : `${actor.role} ${actor.operatorId}`,
    subscribe: (hear) =>
      subscribeToChanges((news) => {
        if (news.kind === 'listening') hear({ kind: 'live' });
        else if (news.kind === 'lost') hear(news);
        else if (ownOf === null || ownerOf(news.change) === ownOf) {
          hear({ kind: 'change', topic: topicOf(news.change) });
        }
      }),
  };
  return ok(following);
});

function ownerOf(change: Change): string | null {
  return change.about === 'attention' ? null : change.personId;
}

function topicOf(change: Change): Topic {
  switch (change.about) {
    case 'callout':
      return `callout:${change.calloutId}`;
    case 'press':
      return `press:${change.pressId}`;
    case 'attention':
      return `attention:${change.kind}`;
  }
}
