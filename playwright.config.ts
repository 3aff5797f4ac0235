import { defineConfig } from '@playwright/test';
import type { StackOptions } from './e2e/support/fixtures.ts';
import { patience } from './lib/testing/patience.ts';
import { findChromium } from './scripts/chromium.ts';

const MINUTE_MS = 60_000;
const specs = (names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);
/** Journeys with a bound of seconds: what the page shows for a moment, or how soon the others see it. */
const TIMED = specs(['quickstart', 'press-without-script', 'board-returns']);
/** With those the short form of them all, in `npm test`: from registering to the end of a press, and who may see what. */
const CORE = specs([
  'registration',
  'panic',
  'press-held',
  'access',
  'headers',
  'small-phone',
  'ending',
  'scripts',
]);
/** Minutes each, and first, so that the others are done beside them. In their whole length by `npm run test:long`. */
const LONG = specs(['old-tabs', 'console-states', 'large-import', 'no-script']);
const executablePath = findChromium();

export default defineConfig<StackOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/start-stacks.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Journeys wait more than they work. Those with a bound of seconds come one at a time, and in a whole run
  // (scripts/test.ts) when the others are through.
  workers: 2,
  projects: [
    { name: 'core', testMatch: CORE },
    { name: 'long', testMatch: LONG },
    { name: 'journeys', testIgnore: [...CORE, ...LONG, ...TIMED] },
    { name: 'timed', testMatch: TIMED, workers: 1 },
  ],
  // Emptied at each start, so not the folder of the reports.
  outputDir: 'test-results/journeys',
  timeout: patience(2 * MINUTE_MS),
  globalTimeout: patience(60 * MINUTE_MS),
  expect: { timeout: patience(15_000) },
  reporter: [['list'], ['json', { outputFile: process.env.VIGIL_REPORT ?? 'test-results/browser.json' }]],
  use: {
    // The far side of the date line, and a spelling of dates and numbers that is nobody's default.
    timezoneId: 'Pacific/Kiritimati',
    locale: 'en-ZA',
    geolocation: { latitude: -26.1, longitude: 28.05, accuracy: 12 },
    permissions: ['geolocation'],
    // Costs a sixth of the time, and a failure can be had again by its file alone.
    trace: process.env.VIGIL_WHOLE_RUN ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
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
