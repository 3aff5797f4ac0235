import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { now } from '#lib/platform/clock.ts';
import { openedOrNull } from '#lib/platform/unopened.ts';
import { type SendOutcome, sendMessage } from './aura.ts';
import { isTooLate, nextMessageStep, STRAY_MESSAGE_MS, wireText } from './model.ts';
import { refreshMessages } from './refresh-messages.ts';
import {
  beginSending,
  claimOldest,
  findMessage,
  type MessageRow,
  markEnded,
  markSent,
  postpone,
} from './store.ts';

const SEND_DEADLINE_MS = 5_000;
/** Longer than the deadlines of a read and a send together, and the time to store the outcome. */
const LEASE_MS = 15_000;
const MAX_PER_RUN = 20;

/**
 * Sends messages to AURA in order, also when called concurrently. One with an unknown outcome is looked up at AURA
 * first and blocks later ones. Returns how many AURA accepted.
 */
export const deliverMessages = verb(
  'message.deliver',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    let sent = 0;
    for (let round = 0; round < MAX_PER_RUN; round += 1) {
      const message = await claimOldest(calloutId, LEASE_MS);
      if (!message) break;
      const settle = () => refreshMessages(actor, { calloutId });
      if (!(await takeStep(message, settle))) break;
      sent += 1;
    }
    return ok({ sent });
  },
);

type Settle = () => Promise<{ ok: boolean }>;

/** True when the message is settled and the next may follow. */
async function takeStep(message: MessageRow, settle: Settle): Promise<boolean> {
  const step = nextMessageStep(message, now());
  switch (step.kind) {
    case 'attempt':
      return attempt(message);
    case 'settle':
      return look(message, settle);
    case 'wait':
      await postpone(message, step.until.getTime() - now().getTime(), false);
      return false;
    case 'too_late':
      await markEnded(message, { state: 'failed', problem: 'too_late' });
      return true;
  }
}

/** Looks for it in AURA's list: only when it is certainly absent may it be sent again. */
async function look(message: MessageRow, settle: Settle): Promise<boolean> {
  const { ok: wasTold } = await settle();
  const current = await findMessage(message.id);
  if (current?.state !== 'queued') return true;
  if (wasTold) return attempt(message);
  if (isTooLate(message.writtenAt, now())) {
    await markEnded(message, { state: 'unsure', problem: null });
    return true;
  }
  await postpone(message, retryMs(message), false);
  return false;
}

async function attempt(message: MessageRow): Promise<boolean> {
  const callout = await findCallout(message.calloutId);
  if (callout?.closedAt || isTooLate(message.writtenAt, now())) {
    await markEnded(message, { state: 'failed', problem: callout?.closedAt ? 'closed' : 'too_late' });
    return true;
  }
  const text = openedOrNull(message.text);
  if (text === null) {
    await markEnded(message, { state: 'failed', problem: null });
    return true;
  }
  if (!(await beginSending(message, now()))) return false;
  const wire = wireText(message.author, text);
  return write(message, await sendMessage(message.calloutId, wire, SEND_DEADLINE_MS));
}

async function write(message: MessageRow, outcome: SendOutcome): Promise<boolean> {
  switch (outcome.kind) {
    case 'sent':
      await markSent(message, outcome.eventId, now());
      return true;
    case 'closed':
    case 'refused':
      await markEnded(message, { state: 'failed', problem: outcome.kind });
      return true;
    case 'not_taken':
      await postpone(message, retryMs(message), true);
      return false;
    case 'unknown':
      await postpone(message, STRAY_MESSAGE_MS, false);
      return false;
  }
}

function retryMs({ attempts }: MessageRow): number {
  return backoffMs(attempts + 1, Math.random());
}
