import { defineConfig } from '@playwright/test';
import type { StackOptions } from './e2e/support/fixtures.ts';
import { findChromium } from './scripts/chromium.ts';

const MINUTE_MS = 60_000;
const executablePath = findChromium();

export default defineConfig<StackOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/start-stacks.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // The stacks under test need the second core: with two browsers beside them, three seconds of grace run out before a click.
  workers: 1,
  timeout: 2 * MINUTE_MS,
  globalTimeout: 60 * MINUTE_MS,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    // The far side of the date line, and a spelling of dates and numbers that is nobody's default.
    timezoneId: 'Pacific/Kiritimati',
    locale: 'en-ZA',
    geolocation: { latitude: -26.1, longitude: 28.05, accuracy: 12 },
    permissions: ['geolocation'],
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium refuses to sandbox itself as root; it visits nothing here but our own pages.
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
