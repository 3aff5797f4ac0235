import { Hono } from 'hono';
import { html } from 'hono/html';
import { nextStep, statusOf, steps } from '../callout-steps.ts';
import { sayToCustomer, stepCallout } from '../control-room.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Callout, stepNames } from '../world.ts';
import { clockTime, type Markup, page } from './layout.ts';

export function serveSimulator(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/simulator', (c) => {
    const requestedId = c.req.query('calloutId') ?? '';
    const callout = sandbox.world.callouts[requestedId];
    const body = html`<h1>Responder Simulator</h1>
      <p class="quiet">Plays AURA's control room. Nothing here happens by itself.</p>
      <form class="card" method="get" action="/simulator">
        <label for="calloutId">Callout id</label>
        <div class="row">
          <input id="calloutId" name="calloutId" inputmode="numeric" required value="${requestedId}" />
          <button type="submit">Open callout</button>
        </div>
      </form>
      <div data-live>${callout ? calloutCard(callout) : nothingFound(requestedId)}</div>
      ${callout ? messageForm(callout) : ''}`;
    return c.html(
      page('Responder Simulator', body, { path: '/simulator', script: 'live.js' }),
      callout || !requestedId ? 200 : 404,
    );
  });

  app.post('/simulator/step', async (c) => {
    const form = await c.req.parseBody();
    const callout = sandbox.world.callouts[String(form.calloutId)];
    const step = stepNames.find((name) => name === form.step);
    // A repeated step (double click) changes nothing.
    if (callout && step) stepCallout(sandbox, callout, step);
    return c.redirect(`/simulator?calloutId=${encodeURIComponent(String(form.calloutId))}`, 303);
  });

  app.post('/simulator/say', async (c) => {
    const form = await c.req.parseBody();
    const callout = sandbox.world.callouts[String(form.calloutId)];
    const text = String(form.text ?? '').trim();
    if (callout && text) sayToCustomer(sandbox, callout, text);
    return c.redirect(`/simulator?calloutId=${encodeURIComponent(String(form.calloutId))}`, 303);
  });
  return app;
}

function nothingFound(requestedId: string): Markup {
  return requestedId
    ? html`<p role="alert">There is no callout with this id.</p>`
    : html`<p class="quiet">Enter a callout id, or choose one on the <a href="/">portal</a>.</p>`;
}

function calloutCard(callout: Callout): Markup {
  const next = nextStep(callout);
  return html`<section class="card" aria-labelledby="callout">
    <h2 id="callout">Callout ${callout.id}</h2>
    <p>Status: <strong role="status">${statusOf(callout)}</strong></p>
    <ol class="steps">
      ${stepNames.map((step) => {
        const taken = callout.steps.find((one) => one.step === step);
        return html`<li>
          <form method="post" action="/simulator/step">
            <input type="hidden" name="calloutId" value="${callout.id}" />
            <input type="hidden" name="step" value="${step}" />
            <button type="submit" ${step === next ? '' : 'disabled'}>${steps[step].button}</button>
          </form>
          <span class="quiet">${taken ? clockTime(taken.at) : ''}</span>
        </li>`;
      })}
    </ol>
    <ul>
      ${callout.events.map((event) => html`<li>${senders[event.source]}: <span class="message">${event.text}</span></li>`)}
    </ul>
  </section>`;
}

const senders = { customer: 'Customer', control_room: 'Control room' } as const;

function messageForm(callout: Callout): Markup {
  return html`<form class="card" method="post" action="/simulator/say">
    <input type="hidden" name="calloutId" value="${callout.id}" />
    <label for="text">Message to the customer</label>
    <div class="row">
      <input id="text" name="text" maxlength="2000" required autocomplete="off" />
      <button type="submit">Send message</button>
    </div>
  </form>`;
}
