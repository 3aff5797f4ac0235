import { readMessages } from '#lib/following/messages/read-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json } from '#lib/platform/http.ts';

/** Large enough to reach validation, so that a too long text gets a named error. */
const MAX_BODY_BYTES = 128 * 1024;

/** A callout's messages for its owner and operators; 404 for others. */
export const GET = route(calloutViewer, readMessages);

/** A message to AURA's control room: 202 when stored, 200 for a repeat. */
export const POST = route(calloutViewer, writeMessage, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  respond: ({ id, state, isNew }) => json({ id, state }, isNew ? 202 : 200),
});
