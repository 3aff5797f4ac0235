import { fileURLToPath } from 'node:url';
import { defineConfig, type TestUserConfig } from 'vitest/config';
import { patience } from './lib/testing/patience.ts';
import { unitFiles } from './scripts/testing/unit-files.ts';

// Next's marker for server code throws wherever no server bundle is made; tests are such a place.
const alias = {
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

// A zone far from UTC and on the other side of the date line: a rule that reads local time fails here. Of the whole process,
// since threads have no zone of their own.
process.env.TZ = 'Pacific/Kiritimati';

// Nothing listens there: a test that needs a database or a sandbox starts its own (lib/testing), which takes the
// place of these.
const ENVIRONMENT = {
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
const { isolated, shared } = unitFiles(import.meta.dirname, PROCESS_TESTS);

// Only what hangs meets these: whole calls with their retries and deadlines run inside them.
const UNIT: TestUserConfig = {
  environment: 'node',
  setupFiles: ['lib/testing/quick-drizzle.ts'],
  // Costs a quarter less processor time than processes.
  pool: 'threads',
  testTimeout: patience(120_000),
  hookTimeout: patience(60_000),
  env: ENVIRONMENT,
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Most of these wait for a database, a process or a deadline, so that two cores carry more than one at a time.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          ...UNIT,
          name: 'unit',
          include: isolated,
          globalSetup: ['scripts/testing/database-setup.ts'],
        },
      },
      { extends: true, test: { ...UNIT, name: 'unit-shared', include: shared, isolate: false } },
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
