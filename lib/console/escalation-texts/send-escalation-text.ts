import 'server-only';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { sendSmsBySecondRoute, sendSmsForId } from '#lib/platform/text-message.ts';
import { insertText } from './store.ts';

/** What `take-second-route.ts` unseals. */

/** Whether a gateway took the text, and its name for it where a report of the delivery is expected. */
type SentText = { isTaken: boolean; textId: string | null };

/**
 * Sends an escalation's text. A gateway that names it is expected to report its delivery; one that refuses it is passed
 * over for the second route at once.
 */
export async function sendEscalationText(to: string, body: string): Promise<SentText> {
  const { isTaken, id } = await sendSmsForId(to, body);
  if (!isTaken) return { isTaken: await sendSmsBySecondRoute(to, body), textId: null };
  if (id === null || !env.SMS_STATUS_TOKEN) return { isTaken, textId: null };
  return { isTaken, textId: (await remember(id, { to, body })) ? id : null };
}

async function remember(gatewayId: string, text: { to: string; body: string }): Promise<boolean> {
  try {
    await insertText(gatewayId, seal(seals.escalationText, JSON.stringify(text)));
    return true;
  } catch (error) {
    // It was sent all the same.
    log.warn({ error: describeError(error) }, 'the delivery of a text will not be followed');
    return false;
  }
}
