// The stream of messages on a callout, and the reasons given for cancelling one.
import { z } from 'zod';
import { closedCallout } from './callout-shapes.ts';
import { oneCallout } from './callouts.ts';
import { operation } from './operation.ts';
import { firstOf, listed, looseId, optionalId, optionalInstant, optionalText } from './reading.ts';

// The keys inside `event` were never seen: these are tried, and the whole is kept as `detail`.
const said = z.union([
  z.string().transform((text) => ({ text, source: null, detail: {} })),
  z
    .looseObject({
      message: optionalText,
      body: optionalText,
      text: optionalText,
      source: optionalText,
      role: optionalText,
    })
    .transform((raw) => ({
      text: raw.message ?? raw.body ?? raw.text,
      source: raw.source ?? raw.role,
      detail: { ...raw },
    })),
]);

const calloutEvent = z
  .object({
    id: looseId,
    calloutId: optionalId,
    calloutEventTypeId: z.unknown().optional(),
    calloutEventType: z.unknown().optional(),
    calloutEventTags: z.array(z.unknown()).nullable().catch(null),
    event: said.nullable().catch(null),
    message: optionalText,
    createdBy: optionalText,
    integrationUserId: z.unknown().optional(),
    integrationUser: z.unknown().optional(),
    createdAt: optionalInstant,
    updatedAt: optionalInstant,
  })
  .transform((raw) => ({
    eventId: raw.id,
    text: raw.event?.text ?? raw.message,
    source: raw.event?.source ?? null,
    createdBy: raw.createdBy,
    createdAt: raw.createdAt,
    tags: raw.calloutEventTags ?? [],
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
  answer: () =>
    z
      .object({ calloutEvent, calloutEventTags: z.unknown().optional() })
      .transform((raw) => ({ closed: false as const, event: raw.calloutEvent })),
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
    description: optionalText,
    value: optionalText,
    name: optionalText,
  })
  .transform((raw, ctx) => {
    const id = firstOf(ctx, 'id', raw.id, raw.exceptionReasonId);
    return { id, description: raw.description ?? raw.name ?? raw.value ?? `Reason ${id}` };
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
    bodies: 'INF',
    source: 'panic-api-reference/callout-exception-reasons',
    verify: 'shape of the list',
  },
});

export const giveExceptionReason = operation({
  summary: 'Say why a callout was cancelled',
  method: 'POST',
  path: '/callouts/{calloutId}/exceptionReasons',
  auth: 'callout',
  params: oneCallout,
  body: z.object({ exceptionReasonId: z.int().positive(), notes: z.string().optional() }),
  answer: () => z.object({ message: optionalText, createdExceptionReason: z.unknown().optional() }),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G1',
    bodies: 'G2',
    source: 'api-reference/callout-exception-reasons/create-callout-exception-reason',
    verify: 'whether a second reason is taken',
  },
});
