import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import { clockTime, page, table } from './layout.ts';

const message = z.object({ to: z.string().min(1).max(32), body: z.string().min(1).max(2_000) });
const kept = 200;

export function serveSms(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/sms', (c) => {
    const rows = [...sandbox.world.sms]
      .reverse()
      .slice(0, 50)
      .map((sms) => [sms.to, html`<span class="message">${sms.body}</span>`, clockTime(sms.at)]);
    const body = html`<h1>SMS inbox</h1>
      <p class="quiet">Text messages that Vigil would have sent, newest first.</p>
      <div data-live>${table('Messages', ['To', 'Message', 'Received'], rows, 'No message yet.')}</div>`;
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
