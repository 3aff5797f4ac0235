import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { ownText } from './own-text.ts';

const folder = testFolder();
testEnv({ TEXTS_FOLDER: folder });

test('a file has paragraphs between empty lines, and stands in for all languages that have none', async () => {
  writeFileSync(join(folder, 'terms.txt'), '\uFEFFFirst line\nof one.\r\n \r\n\r\nSecond.\n');
  writeFileSync(join(folder, 'terms.zu.txt'), 'Okokuqala.');
  expect(await ownText('terms', 'fr')).toEqual({
    language: 'en',
    paragraphs: ['First line of one.', 'Second.'],
  });
  expect(await ownText('terms', 'zu')).toEqual({ language: 'zu', paragraphs: ['Okokuqala.'] });
});

test('ours stands where there is no file, an empty one or one that cannot be read', async () => {
  expect(await ownText('privacy', 'en')).toBeNull();
  writeFileSync(join(folder, 'help.txt'), '\n \n');
  expect(await ownText('help', 'en')).toBeNull();
  mkdirSync(join(folder, 'privacy.txt'));
  expect(await ownText('privacy', 'en')).toBeNull();
});
