import { readFileSync } from 'node:fs';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type Next } from 'hono';
import { z } from 'zod';
import { apiPrefix, serveOperations } from './api/serve-operations.ts';
import { serveControl } from './control/routes.ts';
import { serveBehaviour } from './pages/behaviour.ts';
import { serveHosted } from './pages/hosted.ts';
import { servePortal } from './pages/portal.ts';
import { serveSignup } from './pages/signup.ts';
import { serveSimulator } from './pages/simulator.ts';
import { serveSms } from './pages/sms.ts';
import { serveTracking } from './pages/tracking.ts';
import { Refusal } from './refusal.ts';
import type { Sandbox } from './sandbox.ts';

const assets = {
  'sandbox.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'track.js': 'text/javascript; charset=utf-8',
} as const;

/** The sandbox: AURA's API, its pages, and the control API for tests. */
export function sandboxApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    // A fault already answered on the socket.
    if (c.res === RESPONSE_ALREADY_SENT) return;
    c.header('x-sandbox', 'vigil');
    c.header('date', new Date(sandbox.now()).toUTCString());
  });
  app.route(apiPrefix, serveOperations(sandbox));

  const local = new Hono();
  local.use((c, next) => refuseOtherSites(sandbox, c, next));
  local.use((c, next) => protectPages(sandbox, c, next));
  for (const [name, type] of Object.entries(assets)) {
    const content = readFileSync(new URL(`./pages/assets/${name}`, import.meta.url), 'utf8');
    local.get(`/assets/${name}`, (c) => c.body(content, 200, { 'content-type': type }));
  }
  local.route('/', servePortal(sandbox));
  local.route('/', serveSimulator(sandbox));
  local.route('/', serveTracking(sandbox));
  local.route('/', serveSms(sandbox));
  local.route('/', serveBehaviour(sandbox));
  local.route('/', serveSignup(sandbox));
  local.route('/', serveHosted());
  local.route('/sandbox', serveControl(sandbox));
  app.route('/', local);

  app.notFound((c) => c.json({ message: 'Not found.' }, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return Response.json({ message: error.message }, { status: error.status });
    const isBadRequest = error instanceof z.ZodError || error instanceof SyntaxError;
    return c.json({ message: error.message }, isBadRequest ? 400 : 500);
  });
  return app;
}

/** CSRF and DNS rebinding protection. */
async function refuseOtherSites(sandbox: Sandbox, c: Context, next: Next) {
  const { port } = new URL(sandbox.origin);
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`);
  const origin = c.req.header('origin');
  const isOwn =
    own.includes(c.req.header('host') ?? '') && (!origin || own.some((host) => origin === `http://${host}`));
  if (!isOwn) return c.json({ message: 'The sandbox answers only to its own pages on this machine.' }, 403);
  await next();
}

async function protectPages(sandbox: Sandbox, c: Context, next: Next) {
  await next();
  const isFramed = c.req.path === '/track' && sandbox.world.switches.trackingFrame === 'allowed';
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'`;
  c.header('content-security-policy', `${policy}; frame-ancestors ${isFramed ? '*' : "'none'"}`);
  if (!isFramed) c.header('x-frame-options', 'DENY');
  // `no-referrer` would make forms send `Origin: null`, which is refused above.
  c.header('referrer-policy', 'same-origin');
  c.header('cache-control', 'no-store');
}
