import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { statusOf, stepTime } from '../callout-steps.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Callout } from '../world.ts';
import { page } from './layout.ts';

const driveMs = 90_000;

export function serveTracking(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/track', (c) => {
    const callout = authorised(sandbox, c);
    if (!callout) {
      const body = html`<h1>Responder tracking</h1><p role="alert">This tracking link is not valid.</p>`;
      return c.html(page('Responder tracking', body, { script: 'track.js', bare: true }), 403);
    }
    return c.html(page('Responder tracking', drawing(callout), { script: 'track.js', bare: true }));
  });

  app.get('/track/state', (c) => {
    const callout = authorised(sandbox, c);
    if (!callout) return c.json({ message: 'This tracking link is not valid.' }, 403);
    return c.json({ text: statusOf(callout), progress: progressOf(callout, sandbox.now()) });
  });
  return app;
}

/** The link's callout if the token matches; the link alone authorises. */
function authorised(sandbox: Sandbox, c: Context): Callout | null {
  const callout = sandbox.world.callouts[c.req.query('calloutId') ?? ''];
  if (!callout) return null;
  const given = Buffer.from(c.req.query('sessionToken') ?? '');
  const expected = Buffer.from(callout.trackingToken);
  return given.length === expected.length && timingSafeEqual(given, expected) ? callout : null;
}

/** The responder's progress from 0 to 1; null before dispatch. */
function progressOf(callout: Callout, nowMs: number): number | null {
  const dispatchedAt = stepTime(callout, 'dispatch');
  if (!dispatchedAt || callout.cancelledAt) return null;
  if (stepTime(callout, 'arrive')) return 1;
  return Math.min(0.95, Math.max(0, nowMs - Date.parse(dispatchedAt)) / driveMs);
}

function drawing(callout: Callout) {
  return html`<h1>Responder tracking</h1>
    <p>Callout ${callout.id}: <strong role="status">${statusOf(callout)}</strong></p>
    <svg class="map" viewBox="0 0 800 480" preserveAspectRatio="xMidYMid slice" role="img" aria-label="Drawing of the responder on the way to the person">
      <path class="street" d="M-900 90 H1700 M-900 250 H1700 M-900 410 H1700 M-320 -20 V500 M1000 -20 V500 M120 -20 V500 M340 -20 V500 M560 -20 V500 M720 -20 V500" />
      <path class="route" d="M120 30 V250 H340 V410 H560 V250 H660" />
      <circle class="halo" cx="670" cy="250" r="46" />
      <circle class="person" cx="670" cy="250" r="14" />
      <g class="responder" visibility="hidden"><circle r="20" /><path d="M-7 0 h14 M0 -7 v14" class="cross" /></g>
    </svg>
    <p class="quiet">The drawing shows no real place, and the responder in it is not real.</p>`;
}
