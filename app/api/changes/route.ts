import { refuse } from '#lib/errors/result.ts';
import { type Following, followChanges } from '#lib/following/page/follow-changes.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { openRoute } from '#lib/identity/route.ts';
import { type EventStream, eventStream, type StreamEvent } from '#lib/live/event-stream.ts';
import { HEARTBEAT_MS, streamEvents } from '#lib/live/schema.ts';
import { acquireStreamSlots } from '#lib/live/stream-slots.ts';
import { problem } from '#lib/platform/http.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** How long a stream may outlive its session when nobody says that it has ended. */
const RECHECK_MS = 20_000;

const LIVE: StreamEvent = { event: streamEvents.live, data: '' };

/** Change notifications as server-sent events, for every actor the cookies authenticate. */
export const GET = openRoute(async (request: Request) => {
  const following = await followingOf(request.headers);
  if (following.length === 0) return problem(request, refuse('session.required'));
  const leavePlaces = acquireStreamSlots(following);
  if (!leavePlaces) return problem(request, refuse('stream.too_many'));
  return eventStream(request.signal, LIVE, (stream) => {
    const recheckNow = () => void endWhenOthers(stream, request.headers, following);
    const leaving = following.map((each) =>
      each.subscribe((news) => (news.kind === 'session_ended' ? recheckNow() : stream.say(asEvent(news)))),
    );
    const beat = setInterval(() => stream.say({ event: streamEvents.beat, data: '' }), HEARTBEAT_MS);
    const recheck = setInterval(recheckNow, RECHECK_MS);
    return () => {
      clearInterval(beat);
      clearInterval(recheck);
      for (const leave of leaving) leave();
      leavePlaces();
    };
  });
});

async function followingOf(headers: Headers): Promise<Following[]> {
  const viewers = await viewersFrom(headers);
  const followed = await Promise.all(viewers.map((viewer) => followChanges(viewer, {})));
  return followed.flatMap((each) => (each.ok ? [each.value] : []));
}

/** Ends a stream whose cookies no longer authenticate its actors; the browser may reconnect. */
async function endWhenOthers(stream: EventStream, headers: Headers, before: readonly Following[]) {
  try {
    const present = await followingOf(headers);
    if (namesOf(present) !== namesOf(before)) stream.end();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'stream closed: session check failed');
    stream.end();
  }
}

function namesOf(following: readonly Following[]): string {
  return following.map(({ viewer }) => viewer).join();
}

type News = Exclude<Parameters<Parameters<Following['subscribe']>[0]>[0], { kind: 'session_ended' }>;

function asEvent(news: News): StreamEvent {
  if (news.kind === 'change') return { event: streamEvents.change, data: news.topic };
  return news.kind === 'live' ? LIVE : { event: streamEvents.lost, data: '' };
}
