import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from './lib/testing/patience.ts';

// Next's marker for server code throws wherever no server bundle is made; tests are such a place.
const alias = {
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

// Nothing listens there: a test that needs a database or a sandbox starts its own (lib/testing), which takes the
// place of these.
const ENVIRONMENT = {
  // A zone far from UTC and on the other side of the date line: a rule that reads local time fails here.
  TZ: 'Pacific/Kiritimati',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  AURA_BASE_URL: 'http://127.0.0.1:1/panic-api/v2',
  SANDBOX_URL: 'http://127.0.0.1:1',
  AURA_CLIENT_ID: 'test-client',
  AURA_CLIENT_SECRET: 'test-client-secret',
  AURA_WEBHOOK_TOKEN: 'test-webhook-token-of-some-length',
  SECRET_KEY: 'a key for tests only of 32 bytes or more',
  SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
  SMS_WEBHOOK_TOKEN: 'test-sms-token',
};

const PROCESS_TESTS = 'scripts/**/*.process.test.ts';

export default defineConfig({
  resolve: { alias },
  test: {
    // Most of these wait for a database, a process or a deadline, so that two cores carry more than one at a time.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['*.test.ts', '{app,components,lib,sandbox,worker,scripts}/**/*.test.{ts,tsx}'],
          exclude: [PROCESS_TESTS],
          globalSetup: ['scripts/testing/database-setup.ts'],
          // Only what hangs meets these: whole calls with their retries and deadlines run inside them.
          testTimeout: patience(120_000),
          hookTimeout: patience(60_000),
          env: ENVIRONMENT,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          environment: 'node',
          include: [PROCESS_TESTS],
          globalSetup: ['scripts/testing/build-setup.ts', 'scripts/testing/database-setup.ts'],
          // These start the whole product, some of them twice, or take minutes.
          testTimeout: patience(120_000),
          hookTimeout: patience(30_000),
          fileParallelism: false,
          env: ENVIRONMENT,
        },
      },
    ],
  },
});
