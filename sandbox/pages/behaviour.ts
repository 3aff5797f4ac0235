import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { operationIds } from '#lib/aura/contract/operations.ts';
import { effectNames, effects, newFault } from '../control/faults.ts';
import { moveSwitches, type SwitchName, switches, switchNames } from '../control/switches.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Markup, page } from './layout.ts';

const hourMs = 3_600_000;

export function serveBehaviour(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/behaviour', (c) => {
    const body = html`<h1>Behaviour</h1>
      <p class="quiet">What AURA's pages leave open, and what may go wrong on the way to it.</p>
      ${faultCard(sandbox)} ${clockCard(sandbox)} ${switchCard(sandbox)}`;
    return c.html(page('Behaviour', body, { path: '/behaviour' }));
  });

  const changed = (c: Context) => {
    sandbox.save();
    return c.redirect('/behaviour', 303);
  };
  app.post('/behaviour/switches', async (c) => {
    const requested = Object.entries(await c.req.parseBody()).map(([name, position]) => [
      name,
      String(position),
    ]);
    const problem = moveSwitches(sandbox.world.switches, Object.fromEntries(requested));
    return problem ? c.text(problem, 400) : changed(c);
  });
  app.post('/behaviour/faults', async (c) => {
    const { operation, effect, share } = await c.req.parseBody();
    const fault = newFault.parse({ operation, effect, share: Number(share) / 100 });
    sandbox.world.faults.push({ ...fault, seen: 0, hits: 0 });
    return changed(c);
  });
  app.post('/behaviour/faults/clear', (c) => {
    sandbox.world.faults = [];
    return changed(c);
  });
  app.post('/behaviour/clock', async (c) => {
    const { hours } = await c.req.parseBody();
    if (Number.isFinite(Number(hours))) sandbox.world.clockOffsetMs += Math.round(Number(hours) * hourMs);
    return changed(c);
  });
  return app;
}

function options(values: readonly string[], chosen: string, words = (value: string) => value): Markup[] {
  return values.map(
    (value) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words(value)}</option>`,
  );
}

function faultCard({ world }: Sandbox): Markup {
  const listed = world.faults.map(
    (fault) => html`<li>${fault.effect} on ${fault.operation}: ${fault.hits} of ${fault.seen} calls</li>`,
  );
  const present = html`<ul>${listed}</ul>
    <form method="post" action="/behaviour/faults/clear"><button type="submit">Remove all faults</button></form>`;
  return html`<section class="card" aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    <form class="row" method="post" action="/behaviour/faults">
      <label>Operation <select name="operation">${options(['any', ...operationIds], 'any')}</select></label>
      <label>Effect <select name="effect">${options(effectNames, 'status', inWords)}</select></label>
      <label>Share of calls in % <input name="share" type="number" min="0" max="100" value="100" required /></label>
      <button type="submit">Add fault</button>
    </form>
    ${world.faults.length === 0 ? html`<p class="quiet">No fault is set.</p>` : present}
  </section>`;
}

function inWords(effect: string): string {
  const known = effectNames.find((name) => name === effect);
  return known ? effects[known] : effect;
}

function clockCard(sandbox: Sandbox): Markup {
  return html`<section class="card" aria-labelledby="clock">
    <h2 id="clock">Clock</h2>
    <p>The sandbox believes it is ${sandbox.nowText()}.</p>
    <form class="row" method="post" action="/behaviour/clock">
      <label>Move by hours <input name="hours" type="number" step="any" value="1" required /></label>
      <button type="submit">Move clock</button>
    </form>
  </section>`;
}

function switchCard({ world }: Sandbox): Markup {
  const row = (name: SwitchName) => html`<div class="switch">
    <label for="${name}">${switches[name].doubt}</label>
    <select id="${name}" name="${name}">${options(switches[name].positions, world.switches[name])}</select>
  </div>`;
  return html`<section class="card" aria-labelledby="switches">
    <h2 id="switches">Switches</h2>
    <form method="post" action="/behaviour/switches">
      ${switchNames.map(row)}
      <p><button type="submit">Move switches</button></p>
    </form>
  </section>`;
}
