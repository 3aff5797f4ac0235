import type { Locator, Page } from '@playwright/test';

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
