import type { Locator, Page } from '@playwright/test';

export function boardRow(operator: Page, calloutId: number | string): Locator {
  return rowIn(operator, 'Callouts, newest first', `${calloutId}`);
}

/** A callout's rows among the alerts. */
export function needRows(operator: Page, calloutId: number): Locator {
  return rowIn(operator, 'What needs a human', `Callout ${calloutId}`);
}

function rowIn(operator: Page, table: string, link: string): Locator {
  const named = operator.getByRole('link', { name: link, exact: true });
  return operator.getByRole('table', { name: table }).getByRole('row').filter({ has: named });
}
