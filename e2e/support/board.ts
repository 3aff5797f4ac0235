import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';

export function boardRow(operator: Page, calloutId: number | string): Locator {
  return rowIn(operator, 'Callouts, newest first', `${calloutId}`);
}

/** A callout's row in the queue. */
export function needRow(operator: Page, calloutId: number): Locator {
  const queue = operator.getByRole('region', { name: 'Needs attention' });
  return queue.getByRole('row').filter({ hasText: `Callout ${calloutId}` });
}

function rowIn(operator: Page, table: string, link: string): Locator {
  const named = operator.getByRole('link', { name: link, exact: true });
  return operator.getByRole('table', { name: table }).getByRole('row').filter({ has: named });
}

/** A press by the route, from a place where help comes; returns its callout's id. */
export async function press(page: Page, kind: 'real' | 'test'): Promise<number> {
  const now = new Date().toISOString();
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: now, source: 'live' };
  const sent = await page.request.post('/api/panic', {
    data: { pressId: randomUUID(), pressedAt: now, kind, location },
  });
  const { calloutId } = await sent.json();
  expect(calloutId).toEqual(expect.any(Number));
  return calloutId;
}
