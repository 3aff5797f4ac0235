import { isClosed } from '../callout-steps.ts';
import { findCallout } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import { announceCallout } from '../webhooks/announce.ts';
import { exceptionReasons as knownReasons } from '../world.ts';
import { refuseAfterClose } from './callouts.ts';
import { createdStatus, type Handlers } from './handler.ts';
import { eventView } from './views.ts';

type Operations = 'listEvents' | 'sendEvent' | 'listExceptionReasons' | 'giveExceptionReason';

export const calloutEvents: Handlers<Operations> = {
  listEvents: (sandbox, { params }) => {
    const callout = findCallout(sandbox, params.calloutId);
    const events = callout.events.map((event) => eventView(sandbox, callout, event));
    return { status: 200, body: { message: 'Success', events } };
  },

  sendEvent: (sandbox, { params, body }) => {
    const callout = findCallout(sandbox, params.calloutId);
    if (isClosed(callout)) return refuseAfterClose(sandbox, callout);
    const event = {
      id: sandbox.nextId(),
      text: body.event,
      source: body.source,
      createdAt: sandbox.nowText(),
    };
    callout.events.push(event);
    announceCallout(sandbox, 'CALLOUT_EVENTS_CHANGED', callout);
    const view = eventView(sandbox, callout, event);
    return { status: createdStatus(sandbox), body: { calloutEvent: view, calloutEventTags: [] } };
  },

  listExceptionReasons: (sandbox, { params }) => {
    findCallout(sandbox, params.calloutId);
    const exceptionReasons = knownReasons.map(({ id, reason }) => ({
      id,
      [sandbox.world.switches.reasonKey]: reason,
    }));
    return { status: 200, body: { message: 'Success', exceptionReasons } };
  },

  giveExceptionReason: (sandbox, { params, body }) => {
    const callout = findCallout(sandbox, params.calloutId);
    const known = knownReasons.find((reason) => reason.id === body.exceptionReasonId);
    if (!known) throw new Refusal(400, 'Unknown exceptionReasonId.');
    callout.exceptionReasons.push({ exceptionReasonId: known.id, notes: body.notes ?? null });
    const { reasonKey, givenReasonKey } = sandbox.world.switches;
    const createdExceptionReason = { [givenReasonKey]: known.id, [reasonKey]: known.reason };
    return { status: createdStatus(sandbox), body: { message: 'Success', createdExceptionReason } };
  },
};
