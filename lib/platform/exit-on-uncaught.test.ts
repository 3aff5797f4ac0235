import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('an uncaught error ends the process, and its message is not logged', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { exitOnUncaught } from '#lib/platform/exit-on-uncaught.ts';
       exitOnUncaught();
       setTimeout(() => { throw new TypeError('no customer with +27821234567'); });
       setTimeout(() => console.log('went on'), 10_000);`,
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toContain('uncaught: this process ends');
  expect(stdout).toContain('TypeError');
  expect(stdout + stderr).not.toMatch(/27821234567|went on/);
});
