import { z } from 'zod';
import { closedCallout } from './callout-shapes.ts';
import { oneCallout } from './callouts.ts';
import { operation } from './operation.ts';
import {
  entries,
  enveloped,
  firstOf,
  listed,
  optionalId,
  optionalInstant,
  optionalText,
  words,
} from './reading.ts';

// The keys of text and sender are undocumented, as is whether they are inside `event`: these are tried.
const wordKeys = { message: words, body: words, text: words, content: words };
const senderKeys = { source: words, sender: words, senderRole: words, role: words };

function textIn(raw: Record<keyof typeof wordKeys, string | null>): string | null {
  return raw.message ?? raw.body ?? raw.text ?? raw.content;
}

function senderIn(raw: Record<keyof typeof senderKeys, string | null>): string | null {
  return raw.source ?? raw.sender ?? raw.senderRole ?? raw.role;
}

const dispatchEvent = z.union([
  z.string().transform((text) => ({ text, source: null, detail: {} })),
  z
    .looseObject({ ...wordKeys, ...senderKeys })
    .transform((raw) => ({ text: textIn(raw), source: senderIn(raw), detail: { ...raw } })),
]);

const calloutEvent = z
  .object({
    id: optionalId,
    calloutEventId: optionalId,
    calloutId: optionalId,
    calloutEventTypeId: z.unknown().optional(),
    calloutEventType: z.unknown().optional(),
    calloutEventTags: entries(z.unknown()),
    event: dispatchEvent.nullable().catch(null),
    ...wordKeys,
    ...senderKeys,
    createdBy: words,
    integrationUserId: z.unknown().optional(),
    integrationUser: z.unknown().optional(),
    createdAt: optionalInstant,
    updatedAt: optionalInstant,
  })
  .transform((raw) => ({
    eventId: raw.id ?? raw.calloutEventId,
    text: raw.event?.text ?? textIn(raw),
    source: raw.event?.source ?? senderIn(raw),
    createdBy: raw.createdBy,
    createdAt: raw.createdAt,
    tags: raw.calloutEventTags,
    detail: raw.event?.detail ?? {},
  }));

export const listEvents = operation({
  summary: 'Read the messages and events of a callout',
  method: 'GET',
  path: '/callouts/{calloutId}/events',
  auth: 'callout',
  params: oneCallout,
  body: null,
  answer: () => listed('events', calloutEvent),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callout-events',
    verify: 'key names inside event; order of the list',
  },
});

export const sendEvent = operation({
  summary: 'Send a message from the customer into the callout',
  method: 'POST',
  path: '/callouts/{calloutId}/events',
  auth: 'callout',
  params: oneCallout,
  body: z.object({ source: z.literal('customer'), event: z.string().trim().min(1) }),
  // The status alone says that AURA accepted it; the event only adds its id.
  answer: () =>
    enveloped('calloutEvent', calloutEvent.nullable().catch(null), {
      calloutEventTags: z.unknown().optional(),
    }).transform((raw) => ({
      closed: false as const,
      event: raw.calloutEvent,
    })),
  closed: closedCallout,
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401, 500],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callout-events',
    verify: 'which sources it takes; what it answers after the close',
  },
});

const exceptionReason = z
  .object({
    id: optionalId,
    exceptionReasonId: optionalId,
    reason: optionalText,
    description: optionalText,
    value: optionalText,
    name: optionalText,
  })
  .transform((raw, ctx) => {
    const id = firstOf(ctx, 'id', raw.id, raw.exceptionReasonId);
    return { id, description: raw.reason ?? raw.description ?? raw.name ?? raw.value ?? `Reason ${id}` };
  });

export const listExceptionReasons = operation({
  summary: 'List the reasons that may be given for cancelling',
  method: 'GET',
  path: '/callouts/{calloutId}/exceptionReasons',
  auth: 'callout',
  params: oneCallout,
  body: null,
  answer: () => listed('exceptionReasons', exceptionReason),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'G1',
    bodies: 'G1',
    source: 'panic-api-reference/callouts/list-callout-exception-reasons',
    verify: 'that the words stand under reason',
  },
});

export const giveExceptionReason = operation({
  summary: 'Say why a callout was cancelled',
  method: 'POST',
  path: '/callouts/{calloutId}/exceptionReasons',
  auth: 'callout',
  params: oneCallout,
  body: z.object({ exceptionReasonId: z.int().positive(), notes: z.string().optional() }),
  answer: () => enveloped('createdExceptionReason', exceptionReason.nullable().catch(null)),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G1',
    bodies: 'G2',
    source:
      'api-reference/callout-exception-reasons/create-callout-exception-reason, panic-api-reference/callouts/create-callout-exception-reason',
    verify: 'whether a second reason is taken; the older page answers {id, reason}',
  },
});
