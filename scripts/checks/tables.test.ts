import { describe, expect, test } from 'vitest';
import { checkTables } from './tables.ts';

const OWNERS = { press: 'panic', callout_note: 'console/notes', user: 'identity' };
const TABLES = {
  path: 'lib/db/tables.ts',
  text: `export const press = pgTable('press', {});
    export const calloutNote = pgTable('callout_note', {});
    export const user = pgTable('user', {});`,
};
const IMPORT = `import { calloutNote, press } from '#lib/db/tables.ts';\n`;

const problemsOf = (path: string, text: string) => checkTables([TABLES, { path, text }], OWNERS).problems;

const WRITES = [
  `${IMPORT}await database().insert(press).values(row);`,
  `${IMPORT}await tx\n  .update(press)\n  .set({ state });`,
  `${IMPORT}await tx.delete(press).where(eq(press.id, id));`,
  `import { press as pressTable } from '#lib/db/tables.ts';\nawait tx.delete(pressTable);`,
  `import * as tables from '#lib/db/tables.ts';\nawait tx.delete(tables.press);`,
  `${IMPORT}const table = press;\nawait tx.delete(table);`,
  `${IMPORT}const p = alias(press, 'p');\nawait tx.update(p).set({});`,
  'await tx.execute(sql`insert into press (id) values (1)`);',
  'await tx.execute(sql`with kept as (select 1) delete from "press" where true`);',
  'await tx.execute(sql`UPDATE press AS p SET state = 1`);',
  'await tx.execute(sql`update only press set state = 1`);',
  'await tx.execute(sql`truncate table public.press`);',
  'await tx.execute(sql`merge into press using other on true when matched then delete`);',
  "await client.query('delete from press where id = $1', [id]);",
  `${IMPORT}await tx.execute(sql\`\${first} insert into \${press} (id) select 1\`);`,
  `${IMPORT}await tx.execute(sql\`update \${press} set state = \${state}\`);`,
  `${IMPORT}drizzleAdapter(database(), { schema: { press } });`,
];

const READS = [
  `${IMPORT}await database().select().from(press).for('update');`,
  'await tx.execute(sql`select * from press for update of press`);',
  "const text = 'Press to update press settings';",
  '// delete from press\nconst x = 1;',
  `${IMPORT}seen.delete(key); hash.update(text);`,
  'await tx.execute(sql`insert into elsewhere select * from press`);',
];

describe.each(WRITES)('%s', (text) => {
  test.each(['lib/callouts/store.ts', 'lib/console/board/board-store.ts', 'app/api/route.ts', 'worker/a.ts'])(
    'is refused in %s',
    (path) => {
      expect(problemsOf(path, text)).toEqual([
        expect.stringMatching(`^${path}:\\d+: press is written by lib/panic only$`),
      ]);
    },
  );

  test.each(['lib/panic/store.ts', 'lib/panic/journal/recover-store.ts', 'lib/panic/press.test.ts'])(
    'may stand in %s',
    (path) => expect(problemsOf(path, text)).toEqual([]),
  );
});

test.each(READS)('anybody may: %s', (text) => {
  expect(problemsOf('lib/callouts/store.ts', text)).toEqual([]);
});

test('a room of the console writes what is its own, and not what belongs to the room beside it', () => {
  const text = `${IMPORT}await tx.insert(calloutNote).values(row);`;
  expect(problemsOf('lib/console/notes/store.ts', text)).toEqual([]);
  expect(problemsOf('lib/console/map/store.ts', text)).toHaveLength(1);
});

test('a table without a room, and a room without its table, are refused', () => {
  const more = { ...TABLES, text: `${TABLES.text}\nexport const dust = pgTable('dust', {});` };
  expect(checkTables([more], OWNERS).problems).toEqual(['dust: no room in OWNERS writes it']);
  expect(checkTables([TABLES], { ...OWNERS, gone: 'panic' }).problems).toEqual([
    'gone: in OWNERS, and no table',
  ]);
});
