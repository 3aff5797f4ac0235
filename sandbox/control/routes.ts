// How tests look into the sandbox and steer it. Documented in sandbox/README.md.
import { Hono } from 'hono';
import { z } from 'zod';
import { statusOf } from '../callout-steps.ts';
import type { Sandbox } from '../sandbox.ts';
import { stepCallout } from '../step-callout.ts';
import { emptyWorld, stepNames } from '../world.ts';
import { hasPosition, isSwitch, switches } from './switches.ts';

export function serveControl(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.post('/reset', async (c) => {
    const { seed } = z.object({ seed: z.int().default(1) }).parse(await c.req.json().catch(() => ({})));
    sandbox.world = emptyWorld(seed);
    sandbox.save();
    return c.json({ message: 'Everything is forgotten.' });
  });

  app.get('/customers', (c) => c.json({ customers: Object.values(sandbox.world.customers) }));

  app.get('/callouts', (c) =>
    c.json({
      callouts: Object.values(sandbox.world.callouts).map((callout) => {
        const { trackingToken, ...shown } = callout;
        return { ...shown, status: statusOf(callout) };
      }),
    }),
  );

  app.post('/callouts/:id/step', async (c) => {
    const { step } = z.object({ step: z.enum(stepNames) }).parse(await c.req.json());
    const callout = sandbox.world.callouts[c.req.param('id')];
    if (!callout) return c.json({ message: 'Callout not found.' }, 404);
    if (!stepCallout(sandbox, callout, step)) return c.json({ message: 'This is not the next step.' }, 409);
    return c.json({ status: statusOf(callout) });
  });

  app.get('/sms', (c) => {
    const to = c.req.query('to')?.replace(/^ /, '+');
    const messages = sandbox.world.sms.filter((sms) => to === undefined || sms.to === to);
    return c.json({ messages: [...messages].reverse() });
  });

  app.get('/switches', (c) => c.json({ positions: sandbox.world.switches, switches }));

  app.post('/switches', async (c) => {
    const asked = z.record(z.string(), z.string()).parse(await c.req.json());
    for (const [name, position] of Object.entries(asked)) {
      if (!isSwitch(name) || !hasPosition(name, position)) {
        return c.json({ message: `There is no switch ${name} with a position ${position}.` }, 400);
      }
    }
    Object.assign(sandbox.world.switches, asked);
    sandbox.save();
    return c.json({ positions: sandbox.world.switches });
  });
  return app;
}
