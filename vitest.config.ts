import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Next's marker for server code throws wherever no server bundle is made; tests are such a place.
const alias = {
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{app,components,lib,sandbox,worker,scripts}/**/*.test.{ts,tsx}'],
          // A zone far from UTC and on the other side of the date line: a rule that reads local time fails here.
          env: { TZ: 'Pacific/Kiritimati' },
        },
      },
    ],
  },
});
