import { expect, test } from 'vitest';
import { onShutdown, runShutdownWork } from '#lib/platform/on-shutdown.ts';

test('shutdown work runs; a failure or a hang does not delay the rest', async () => {
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(what);
  onShutdown('failing', async () => {
    throw new Error('broken');
  });
  onShutdown('hanging', () => new Promise(() => undefined));
  onShutdown('replaced', note('an earlier one'));
  onShutdown('replaced', note('the later one'));
  await runShutdownWork();
  expect(done).toEqual(['the later one']);
});
