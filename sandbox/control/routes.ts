// Control API for tests; documented in sandbox/README.md.
import { Hono } from 'hono';
import { z } from 'zod';
import { issueCustomerToken } from '../api/oauth.ts';
import { nextStep, statusOf } from '../callout-steps.ts';
import { sayToCustomer, stepCallout } from '../control-room.ts';
import { findCallout } from '../lookups.ts';
import type { Sandbox } from '../sandbox.ts';
import { emptyWorld, stepNames } from '../world.ts';
import { newFault } from './faults.ts';
import { moveSwitches, switches } from './switches.ts';

const seed = z.strictObject({ seed: z.int().default(1) });
const step = z.strictObject({ step: z.enum(stepNames) });
const words = z.strictObject({ text: z.string().min(1).max(2_000) });
const clock = z.strictObject({ advanceMs: z.int() });
const tokens = z.strictObject({
  lifetimeS: z.int().positive().optional(),
  revoke: z.literal(true).optional(),
  customerId: z.int().positive().optional(),
});

export function serveControl(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    if (c.req.method !== 'GET') sandbox.save();
  });
  serveState(sandbox, app);
  serveTrouble(sandbox, app);
  return app;
}

/** State and control room actions. */
function serveState(sandbox: Sandbox, app: Hono): void {
  app.post('/reset', async (c) => {
    const body = seed.parse(await c.req.json().catch(() => ({})));
    sandbox.world = emptyWorld(body.seed);
    sandbox.limitedReads = [];
    sandbox.requests.clear();
    sandbox.deliveries.clear();
    return c.json({ message: 'Everything is forgotten.' });
  });

  app.get('/customers', (c) => c.json({ customers: Object.values(sandbox.world.customers) }));
  app.get('/subscriptions', (c) => c.json({ subscriptions: Object.values(sandbox.world.subscriptions) }));

  app.get('/callouts', (c) =>
    c.json({
      callouts: Object.values(sandbox.world.callouts).map((callout) => {
        const { trackingToken, ...shown } = callout;
        return { ...shown, status: statusOf(callout) };
      }),
    }),
  );

  app.post('/callouts/:id/step', async (c) => {
    const callout = findCallout(sandbox, Number(c.req.param('id')));
    const isTaken = stepCallout(sandbox, callout, step.parse(await c.req.json()).step);
    if (!isTaken) return c.json({ message: 'This is not the next step.' }, 409);
    return c.json({ status: statusOf(callout) });
  });

  app.post('/callouts/:id/close', (c) => {
    const callout = findCallout(sandbox, Number(c.req.param('id')));
    for (let step = nextStep(callout); step; step = nextStep(callout)) stepCallout(sandbox, callout, step);
    return c.json({ status: statusOf(callout) });
  });

  app.post('/callouts/:id/say', async (c) => {
    const callout = findCallout(sandbox, Number(c.req.param('id')));
    sayToCustomer(sandbox, callout, words.parse(await c.req.json()).text);
    return c.json({ events: callout.events.length });
  });

  app.get('/sms', (c) => {
    // A bare plus sign in a query means a space.
    const to = c.req.query('to')?.replace(/^ /, '+');
    const messages = sandbox.world.sms.filter((sms) => to === undefined || sms.to === to);
    return c.json({ messages: messages.reverse() });
  });

  app.get('/requests', (c) =>
    c.json({ counts: sandbox.requests.counts(), requests: sandbox.requests.latest() }),
  );
  app.get('/webhooks', (c) =>
    c.json({ registration: sandbox.world.webhook, deliveries: sandbox.deliveries.log }),
  );
}

/** Behaviour: switches, faults, clock, tokens. */
function serveTrouble(sandbox: Sandbox, app: Hono): void {
  app.get('/switches', (c) => c.json({ positions: sandbox.world.switches, switches }));

  app.post('/switches', async (c) => {
    const problem = moveSwitches(
      sandbox.world.switches,
      z.record(z.string(), z.string()).parse(await c.req.json()),
    );
    return problem ? c.json({ message: problem }, 400) : c.json({ positions: sandbox.world.switches });
  });

  app.get('/faults', (c) => c.json({ faults: sandbox.world.faults }));

  app.post('/faults', async (c) => {
    sandbox.world.faults.push({ ...newFault.parse(await c.req.json()), seen: 0, hits: 0 });
    return c.json({ faults: sandbox.world.faults }, 201);
  });

  app.delete('/faults', (c) => {
    sandbox.world.faults = [];
    return c.json({ faults: [] });
  });

  app.get('/clock', (c) => c.json({ now: sandbox.nowText() }));

  app.post('/clock', async (c) => {
    sandbox.world.clockOffsetMs += clock.parse(await c.req.json()).advanceMs;
    return c.json({ now: sandbox.nowText() });
  });

  app.post('/tokens', async (c) => {
    const body = tokens.parse(await c.req.json());
    if (body.revoke) sandbox.world.tokens = {};
    if (body.lifetimeS) sandbox.world.tokenLifetimeS = body.lifetimeS;
    const customerToken = body.customerId && issueCustomerToken(sandbox, body.customerId);
    return c.json({ lifetimeS: sandbox.world.tokenLifetimeS, ...(customerToken ? { customerToken } : {}) });
  });
}
