// Placeholders for AURA's other hosted pages. The signup is in signup.ts.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from './layout.ts';

const titles: Record<string, string> = {
  subscription: 'Hosted subscription management',
  map: 'Map of the callout',
};

export function serveHosted(): Hono {
  const app = new Hono();
  app.get('/hosted/:page', (c) => {
    const title = titles[c.req.param('page')];
    if (!title) return c.notFound();
    const body = html`<h1>${title}</h1><p>AURA shows this page itself. The sandbox only stands in for its address.</p>`;
    return c.html(page(title, body, {}));
  });
  return app;
}
