import { pgTable, text } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { keptTables } from '#lib/db/kept.ts';
import { kept, personal, sensitive } from '#lib/db/kept-model.ts';
import { sealedText } from '#lib/db/sealed.ts';
import { checkPrivacyDocs, gapsIn, keptAsMarkdown, tablesOf } from './privacy-docs.ts';

const root = `${import.meta.dirname}/..`;
const diary = pgTable('diary', { words: text('words_written') });

test('every column of every table says why, how sensitive and how long, and the page says the same', async () => {
  const { problems } = await checkPrivacyDocs(root);
  expect(problems).toEqual([]);
  expect((await tablesOf(root)).length).toBe(keptTables.length);
});

test('a table and a column without it are found', () => {
  const whose = { whose: 'nobody', retention: 'alarm' } as const;
  expect(gapsIn([diary], [])).toEqual([expect.stringContaining('diary:')]);
  expect(gapsIn([diary], [kept(diary, whose, { words: personal('') })])).toEqual([
    'diary.words: no purpose, sensitivity and retention',
  ]);
  expect(gapsIn([diary], [kept(diary, whose, { words: personal('to remember') })])).toEqual([]);
});

test('a sensitive column that is neither sealed nor says why not is found', () => {
  const whose = { whose: 'nobody', retention: 'alarm' } as const;
  const gaps = (words: Parameters<typeof sensitive>[1]) =>
    gapsIn([diary], [kept(diary, whose, { words: sensitive('to remember', words) })]);
  expect(gaps({})).toEqual([expect.stringContaining('diary.words: sensitive')]);
  expect(gaps({ plain: 'hash' })).toEqual([]);
  const secret = pgTable('diary', { words: sealedText('words_written', 'note') });
  const own = kept(secret, whose, { words: sensitive('to remember') });
  expect(gapsIn([secret], [own])).toEqual([]);
  expect(keptAsMarkdown([own])).toContain('| sensitive, sealed |');
});

test('a line of the page names the column as the database does', () => {
  const own = kept(
    diary,
    { whose: {}, retention: 'account' },
    {
      words: personal('to remember', { withheld: 'danger' }),
    },
  );
  expect(keptAsMarkdown([own]).split('\n').at(-1)).toBe(
    '| `diary.words_written` | to remember | personal | until the account is deleted | danger |',
  );
});
