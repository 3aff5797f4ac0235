import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import { page } from './layout.ts';

const message = z.object({ to: z.string().min(1).max(32), body: z.string().min(1).max(2_000) });
const kept = 200;

export function serveSms(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/sms', (c) => {
    const messages = [...sandbox.world.sms].reverse().slice(0, 50);
    const rows = messages.map(
      (sms) => html`<tr><td>${sms.to}</td><td class="message">${sms.body}</td><td>${sms.at}</td></tr>`,
    );
    const table = html`<table>
      <thead><tr><th scope="col">To</th><th scope="col">Message</th><th scope="col">Received</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>`;
    const body = html`<h1>SMS inbox</h1>
      <p class="quiet">Text messages that Vigil would have sent, newest first.</p>
      <section class="card" data-live aria-label="Messages">
        ${messages.length === 0 ? html`<p class="quiet">No message yet.</p>` : table}
      </section>`;
    return c.html(page('SMS inbox', body, { path: '/sms', script: 'live.js' }));
  });

  app.post('/sms', async (c) => {
    if (!isAllowed(sandbox, c.req.header('authorization'))) return c.json({ message: 'Unauthorised.' }, 401);
    const parsed = message.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ message: 'Send {"to", "body"} as JSON.' }, 400);
    sandbox.world.sms = [...sandbox.world.sms, { ...parsed.data, at: sandbox.nowText() }].slice(-kept);
    sandbox.save();
    return c.json({ message: 'Accepted.' }, 202);
  });
  return app;
}

function isAllowed(sandbox: Sandbox, header: string | undefined): boolean {
  const { smsToken } = sandbox.settings;
  if (smsToken === undefined) return true;
  const expected = Buffer.from(`Bearer ${smsToken}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
