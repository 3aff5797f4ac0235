import { Hono } from 'hono';
import { html } from 'hono/html';
import { statusOf } from '../callout-steps.ts';
import { switches, switchNames } from '../control/switches.ts';
import type { Sandbox } from '../sandbox.ts';
import { clockTime, type Markup, page, table } from './layout.ts';

const shown = 50;

export function servePortal(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const parts = [calloutTable, customerTable, behaviourTable, requestTable, deliveryTable];
    const body = html`<h1>Portal</h1>
      <p class="quiet">A stand-in for AURA at ${sandbox.origin}, for development and tests.</p>
      <div data-live>${parts.map((part) => part(sandbox))}</div>`;
    return c.html(page('Portal', body, { path: '/', script: 'live.js' }));
  });
  return app;
}

function calloutTable({ world }: Sandbox): Markup {
  const rows = Object.values(world.callouts)
    .reverse()
    .slice(0, shown)
    .map((callout) => [
      html`<a href="/simulator?calloutId=${callout.id}">${callout.id}</a>`,
      callout.customerId,
      `${statusOf(callout)}${callout.duressAt ? ' (duress)' : ''}`,
      clockTime(callout.createdAt),
    ]);
  return table('Callouts', ['Callout', 'Customer', 'Status', 'Created'], rows, 'No callout yet.');
}

function customerTable({ world }: Sandbox): Markup {
  const rows = Object.values(world.customers)
    .reverse()
    .slice(0, shown)
    .map(({ id, profile, deletedAt }) => [
      `${id}${deletedAt ? ' (deleted)' : ''}`,
      `${profile.name} ${profile.surname}`,
      profile.mobile,
    ]);
  return table('Customers', ['Customer', 'Name', 'Mobile'], rows, 'No customer yet.');
}

function behaviourTable({ world }: Sandbox): Markup {
  const moved = switchNames
    .filter((name) => world.switches[name] !== switches[name].positions[0])
    .map((name) => [`Switch ${name}`, world.switches[name]]);
  const faults = world.faults.map((fault) => [
    `Fault ${fault.effect}`,
    `${fault.operation}: ${fault.hits} of ${fault.seen} calls`,
  ]);
  const rows = [...moved, ...faults].map(([what, how]) => [what ?? '', how ?? '']);
  return table('Behaviour', ['What', 'How'], rows, 'Behaves as AURA most likely does, without faults.');
}

function requestTable({ requests }: Sandbox): Markup {
  const rows = requests
    .latest(20)
    .map(({ at, operation, status, fault }) => [clockTime(at), operation, status ?? '', fault ?? '']);
  return table('Latest calls', ['At', 'Operation', 'Status', 'Fault'], rows, 'No call yet.');
}

function deliveryTable({ world, deliveries }: Sandbox): Markup {
  const rows = deliveries.log
    .slice(-20)
    .reverse()
    .map(({ at, event, status }) => [clockTime(at), event, status ?? 'nobody answered']);
  const none = world.webhook ? `Nothing was sent to ${world.webhook.url} yet.` : 'No webhook is registered.';
  return table('Webhooks sent', ['At', 'Event', 'Answer'], rows, none);
}
