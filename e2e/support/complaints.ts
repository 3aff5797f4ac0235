import type { Page } from '@playwright/test';

/** Collects script errors, failed loads and CSP violations. */
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
