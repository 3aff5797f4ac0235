import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { saidSafeSince } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { subscribeToChanges } from '#lib/live/change-feed.ts';
import type { Change } from '#lib/live/changes.ts';
import type { Topic } from '#lib/live/schema.ts';
import { describeError, log } from '#lib/platform/log.ts';

export type ChangeEvent =
  | { kind: 'change'; topic: Topic }
  | { kind: 'live' }
  | { kind: 'lost' }
  /** A session of the viewer ended: the stream's own may have. */
  | { kind: 'session_ended' };
export type Following = {
  /** The same for all sessions of an actor. */
  viewer: string;
  /** Limit of concurrent streams per process. */
  maxStreams: number;
  /** Returns the unsubscribe function. */
  subscribe: (send: (event: ChangeEvent) => void) => () => void;
};

type PageChange = Exclude<Change, { about: 'press_token' | 'device' | 'said_safe' | 'session_ended' }>;

const NOT_FOR_PAGES: readonly Change['about'][] = ['press_token', 'device', 'said_safe', 'session_ended'];

const isForPages = (change: Change): change is PageChange => !NOT_FOR_PAGES.includes(change.about);

/** Pages poll as well, so one without a stream is only slower. */
const MAX_STREAMS = { person: 50, operator: 500 };

/** The stream of changes: all of them for operators, a person's own for a person. */
export const followChanges = verb('change.follow', z.object({}), async (actor) => {
  const ownOf = actor.role === 'person' ? actor.personId : null;
  const userId = actor.role === 'person' ? actor.personId : actor.operatorId;
  const following: Following = {
    viewer: actor.role === 'person' ? `person ${actor.personId}` : `${actor.role} ${actor.operatorId}`,
    maxStreams: actor.role === 'person' ? MAX_STREAMS.person : MAX_STREAMS.operator,
    subscribe: (send) => {
      // Sequential, to keep the order.
      let queue = Promise.resolve();
      const notifyOwner = async (change: PageChange) => {
        if (await mayNotifyOwner(change)) send(toEvent(change));
      };
      const onChange = (change: Change) => {
        if (change.about === 'session_ended' && change.userId === userId) send({ kind: 'session_ended' });
        if (!isForPages(change)) return;
        if (ownOf === null) send(toEvent(change));
        else if (ownerOf(change) === ownOf) queue = queue.then(() => notifyOwner(change));
      };
      return subscribeToChanges((event) => {
        if (event.kind === 'listening') send({ kind: 'live' });
        else if (event.kind === 'lost') send(event);
        else onChange(event.change);
      });
    },
  };
  return ok(following);
});

async function mayNotifyOwner(change: PageChange): Promise<boolean> {
  try {
    return change.about === 'attention' || !(await isHidden(change));
  } catch (error) {
    // Fail closed: polling makes up for it in seconds, and a leak could be dangerous.
    log.warn({ error: describeError(error) }, 'change notification failed');
    return false;
  }
}

/** After *I am safe* even the time of a change would reveal whether the code was right; the close may be known. */
async function isHidden(change: Exclude<PageChange, { about: 'attention' }>): Promise<boolean> {
  if ((await saidSafeSince(change.personId)) === null) return false;
  return change.about === 'press' || (await findCallout(change.calloutId))?.closedAt === null;
}

function ownerOf(change: PageChange): string | null {
  return change.about === 'attention' ? null : change.personId;
}

function toEvent(change: PageChange): ChangeEvent {
  return { kind: 'change', topic: topicOf(change) };
}

function topicOf(change: PageChange): Topic {
  switch (change.about) {
    case 'callout':
      return `${change.isMinor ? 'age' : 'callout'}:${change.calloutId}`;
    case 'press':
      return `press:${change.pressId}`;
    case 'attention':
      return `attention:${change.kind}`;
  }
}
