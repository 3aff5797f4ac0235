import { expect, test, vi } from 'vitest';
import { log } from '#lib/platform/log.ts';
import { sendWarningsToLog } from '#lib/platform/warnings-to-log.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';

test('a warning of Node is a line of the log, without its message', async () => {
  const before = process.listeners('warning');
  cleanUp(() => {
    process.removeAllListeners('warning');
    for (const listener of before) process.on('warning', listener);
  });
  const said = vi.spyOn(log, 'warn').mockReturnValue();
  sendWarningsToLog();
  process.emitWarning('c4n4ry', { code: 'A_CODE' });
  await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(1));
  expect(said.mock.calls[0]?.[0]).toMatchObject({ error: { type: 'Warning', errorCode: 'A_CODE' } });
  expect(JSON.stringify(said.mock.calls)).not.toContain('c4n4ry');
  said.mockRestore();
});
