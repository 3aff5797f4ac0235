import { expect, test } from 'vitest';
import { beforeEnd, doBeforeEnd } from '#lib/platform/before-end.ts';

test('what is asked for is done before the end; what fails or hangs holds up nobody', async () => {
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(what);
  beforeEnd('failing', async () => {
    throw new Error('broken');
  });
  beforeEnd('hanging', () => new Promise(() => undefined));
  beforeEnd('replaced', note('an earlier one'));
  beforeEnd('replaced', note('the later one'));
  await doBeforeEnd();
  expect(done).toEqual(['the later one']);
});
