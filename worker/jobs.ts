import { escalateAttention } from '#lib/console/attention/escalate-attention.ts';
import { takeSecondRoute } from '#lib/console/escalation-texts/take-second-route.ts';
import { runImports } from '#lib/customers/imports/run-imports.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';
import { deliverDueCancellations } from '#lib/following/cancellations/deliver-cancellation.ts';
import { deliverDueMessages } from '#lib/following/messages/deliver-due-messages.ts';
import { deliverDueRatings } from '#lib/following/outcomes/deliver-rating.ts';
import { forwardPositions } from '#lib/following/positions/forward-positions.ts';
import { deliverContactTexts } from '#lib/following/sharing/deliver-contact-texts.ts';
import { deliverDueHooks } from '#lib/hooks/deliver-due-hooks.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { deliverDuePresses } from '#lib/panic/delivery/deliver-press.ts';
import { carryOutErasures } from '#lib/privacy/carry-out-erasures.ts';
import { deliverDueNotices } from '#lib/push/deliver-due-notices.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import {
  calloutList,
  calloutsInTurn,
  changedCallouts,
  conversations,
  TALKS_EVERY_MS,
} from '#worker/follow.ts';
import type { Job, Round } from '#worker/repeat.ts';
import { runScheduled } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';

type Due = { nextMs: number | null };

const round = (work: () => Promise<Result<Due, ErrorCode>>) => (): Round => async () => {
  const done = await work();
  if (!done.ok) throw new Error(`refused: ${done.code}`);
  return done.value.nextMs;
};

const actor = systemActor;
const SAFETY_MS = 30_000;
const ESCALATION_MS = 5_000;
/** Many presses at once make one round: AURA's answer to a press already had what there is to read. */
const FOLLOWING_REST_MS = 400;

/**
 * Every background job. Each runs on its wake-up, when its next row is due, or at its safety tick; none
 * blocks another. Any number of workers may run.
 */
export const jobs: readonly Job[] = [
  {
    name: 'presses',
    wokenBy: ['press'],
    // How long after its lease a press waits whose process died: nobody announces that.
    everyMs: 2_000,
    lanes: 8,
    begin: round(() => deliverDuePresses(actor('press.deliver'), {})),
  },
  {
    name: 'cancellations',
    wokenBy: ['cancellation'],
    everyMs: SAFETY_MS,
    begin: round(() => deliverDueCancellations(actor('cancellation.deliver_due'), {})),
  },
  {
    name: 'messages',
    wokenBy: ['message'],
    everyMs: SAFETY_MS,
    begin: round(() => deliverDueMessages(actor('message.deliver_due'), {})),
  },
  {
    name: 'positions',
    wokenBy: ['position'],
    everyMs: SAFETY_MS,
    begin: round(() => forwardPositions(actor('callout.forward_position'), {})),
  },
  {
    name: 'ratings',
    wokenBy: ['rating'],
    everyMs: SAFETY_MS,
    begin: round(() => deliverDueRatings(actor('outcome.deliver_due'), {})),
  },
  {
    name: 'pushes',
    wokenBy: ['push'],
    everyMs: SAFETY_MS,
    // A push service that hangs holds up no other.
    lanes: 4,
    begin: round(() => deliverDueNotices(actor('push.deliver_due'), {})),
  },
  {
    name: 'contact texts',
    wokenBy: ['callout'],
    everyMs: SAFETY_MS,
    restMs: FOLLOWING_REST_MS,
    begin: round(() => deliverContactTexts(actor('contact_text.deliver_due'), {})),
  },
  {
    name: 'webhooks to others',
    // A press's own commit tells of nothing: transactions that notify wait for each other.
    wokenBy: ['hook', 'press', 'callout'],
    everyMs: 5_000,
    restMs: FOLLOWING_REST_MS,
    // A system that hangs holds up no other.
    lanes: 4,
    begin: round(() => deliverDueHooks(actor('hook.deliver_due'), {})),
  },
  {
    name: 'webhook events',
    wokenBy: ['webhook'],
    everyMs: SAFETY_MS,
    begin: round(() => processWebhookEvents(actor('webhook.process'), {})),
  },
  {
    name: 'imports',
    wokenBy: ['import'],
    everyMs: SAFETY_MS,
    begin: round(() => runImports(actor('customer_import.run'), {})),
  },
  {
    name: 'erasures',
    wokenBy: ['erasure'],
    everyMs: SAFETY_MS,
    begin: round(() => carryOutErasures(actor('erasure.carry_out'), {})),
  },
  {
    name: 'escalation',
    wokenBy: ['press', 'callout'],
    everyMs: 15_000,
    restMs: FOLLOWING_REST_MS,
    begin: () => async () => {
      const done = await escalateAttention(actor('attention.escalate'), {});
      if (!done.ok) throw new Error(`refused: ${done.code}`);
      return done.value.alerts > 0 ? ESCALATION_MS : null;
    },
  },
  {
    name: 'undelivered texts',
    wokenBy: [],
    everyMs: 5_000,
    begin: () => async () => {
      const done = await takeSecondRoute(actor('text.take_second_route'), {});
      if (!done.ok) throw new Error(`refused: ${done.code}`);
      return null;
    },
  },
  { name: 'schedule', wokenBy: [], everyMs: 60_000, begin: () => () => runScheduled(scheduled) },
  {
    name: 'callout list',
    wokenBy: ['press', 'callout', 'watched'],
    everyMs: 20_000,
    restMs: FOLLOWING_REST_MS,
    isElected: true,
    begin: calloutList,
  },
  {
    name: 'changed callouts',
    wokenBy: ['callout', 'watched'],
    everyMs: 5_000,
    restMs: FOLLOWING_REST_MS,
    isElected: true,
    begin: changedCallouts,
  },
  {
    name: 'callouts in turn',
    wokenBy: ['callout', 'watched'],
    everyMs: 5_000,
    restMs: FOLLOWING_REST_MS,
    isElected: true,
    begin: calloutsInTurn,
  },
  { name: 'conversations', wokenBy: [], everyMs: TALKS_EVERY_MS, isElected: true, begin: conversations },
];
