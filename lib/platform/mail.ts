import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const SEND_TIMEOUT_MS = 10_000;

/** Sends a plain-text e-mail through `SMTP_URL`. True when the server accepted it for this address. */
export async function sendMail(to: string, mail: { subject: string; text: string }): Promise<boolean> {
  if (!env.SMTP_URL || !env.MAIL_FROM) return false;
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SEND_TIMEOUT_MS,
    // Disables attachments by path or URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: env.MAIL_FROM, to, ...mail });
    return true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'e-mail sending failed');
    return false;
  } finally {
    transport.close();
  }
}
