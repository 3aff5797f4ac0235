import { Hono } from 'hono';
import { html } from 'hono/html';
import { statusOf } from '../callout-steps.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Markup, page } from './layout.ts';

export function servePortal(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.html(
      page(
        'Portal',
        html`<h1>Portal</h1>
          <p class="quiet">A stand-in for AURA at ${sandbox.origin}, for development and tests.</p>
          <div data-live>${calloutTable(sandbox)}${customerTable(sandbox)}</div>`,
        { path: '/', script: 'live.js' },
      ),
    ),
  );
  return app;
}

function calloutTable(sandbox: Sandbox): Markup {
  const callouts = Object.values(sandbox.world.callouts).reverse().slice(0, 50);
  return html`<section class="card" aria-labelledby="callouts">
    <h2 id="callouts">Callouts</h2>
    ${
      callouts.length === 0
        ? html`<p class="quiet">No callout yet. One appears when a customer asks for help.</p>`
        : html`<table>
            <thead>
              <tr><th scope="col">Callout</th><th scope="col">Customer</th><th scope="col">Status</th><th scope="col">Created</th></tr>
            </thead>
            <tbody>
              ${callouts.map(
                (callout) =>
                  html`<tr>
                    <td><a href="/simulator?calloutId=${callout.id}">${callout.id}</a></td>
                    <td>${callout.customerId}</td>
                    <td>${statusOf(callout)}</td>
                    <td>${callout.createdAt}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function customerTable(sandbox: Sandbox): Markup {
  const customers = Object.values(sandbox.world.customers).reverse().slice(0, 50);
  return html`<section class="card" aria-labelledby="customers">
    <h2 id="customers">Customers</h2>
    ${
      customers.length === 0
        ? html`<p class="quiet">No customer yet. One appears when somebody registers.</p>`
        : html`<table>
            <thead>
              <tr><th scope="col">Customer</th><th scope="col">Name</th><th scope="col">Mobile</th></tr>
            </thead>
            <tbody>
              ${customers.map(
                ({ id, profile, deletedAt }) =>
                  html`<tr>
                    <td>${id}${deletedAt ? ' (deleted)' : ''}</td>
                    <td>${profile.name} ${profile.surname}</td>
                    <td>${profile.mobile}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
