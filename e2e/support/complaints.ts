import type { Page } from '@playwright/test';

/** What browsers complain about on these pages from now on: script errors, failed loads, violated policies. */
export function complaintsOf(...pages: readonly Page[]): string[] {
  const complaints: string[] = [];
  for (const page of pages) {
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
      }
    });
  }
  return complaints;
}
