import { person } from '#lib/identity/caller.ts';
import { sentBy } from '#lib/identity/person-session.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf } from '#lib/platform/http.ts';
import { quietIn } from '#lib/push/model.ts';
import { readPush } from '#lib/push/read-push.ts';
import { subscribe } from '#lib/push/subscribe.ts';
import { unsubscribe } from '#lib/push/unsubscribe.ts';

// Pushes to the device that asks: the key to subscribe with, its subscription, and its end. The service worker asks, too.

const MAX_BODY_BYTES = 4 * 1024;

export const GET = route(person, readPush, { input: ({ request }) => sentBy(request.headers) });

export const POST = route(person, subscribe, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ request, body }) => ({
    ...fieldsOf(body),
    ...sentBy(request.headers),
    isQuiet: quietIn(request.headers),
  }),
});

export const DELETE = route(person, unsubscribe, { input: ({ request }) => sentBy(request.headers) });
