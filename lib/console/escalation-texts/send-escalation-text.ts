import 'server-only';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { sendSmsBySecondRoute, sendSmsForId } from '#lib/platform/text-message.ts';
import { insertText } from './store.ts';

/** What `take-second-route.ts` unseals. */

/**
 * Sends an escalation's text; true when a gateway took it. A gateway that names it is expected to report its delivery; one
 * that refuses it is passed over for the second route at once.
 */
export async function sendEscalationText(to: string, body: string): Promise<boolean> {
  const { isTaken, id } = await sendSmsForId(to, body);
  if (!isTaken) return sendSmsBySecondRoute(to, body);
  if (id !== null && env.SMS_STATUS_TOKEN) await remember(id, { to, body });
  return true;
}

async function remember(gatewayId: string, text: { to: string; body: string }): Promise<void> {
  try {
    await insertText(gatewayId, seal(seals.escalationText, JSON.stringify(text)));
  } catch (error) {
    // It was sent all the same.
    log.warn({ error: describeError(error) }, 'the delivery of a text will not be followed');
  }
}
