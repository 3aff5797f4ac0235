import { expect, test, vi } from 'vitest';
import { log } from '#lib/platform/log.ts';
import { speaker } from './say.ts';

test('in production each line is one of the log, else what is said is printed as it is', () => {
  const logged = vi.spyOn(log, 'info').mockReturnValue();
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  speaker('production')('\nVigil is running.\n\n  People   http://localhost:3000\n');
  expect(logged.mock.calls).toEqual([['Vigil is running.'], ['People   http://localhost:3000']]);
  expect(printed).not.toHaveBeenCalled();
  speaker(undefined)('  as it\nis');
  expect(printed.mock.calls).toEqual([['  as it\nis']]);
  vi.restoreAllMocks();
});
