import { describe, expect, test } from 'vitest';
import { checkRooms, houseOf, type Import } from './rooms.ts';

const house = (imports: readonly Import[], order: readonly string[] = []) =>
  houseOf([...new Set(imports.flatMap(({ from, to }) => [from, to]))], imports, order);

describe('the house', () => {
  test('counts an arrow once, however many imports make it', () => {
    const { rooms, arrows } = house([
      { from: 'lib/panic/store.ts', to: 'lib/db/database.ts' },
      { from: 'lib/panic/journal/recover-store.ts', to: 'lib/db/tables.ts' },
      { from: 'lib/panic/journal/recover-store.ts', to: 'lib/panic/store.ts' },
      { from: 'lib/db/tables.ts', to: 'lib/vocabulary.ts' },
    ]);
    expect(rooms).toEqual(['db', 'panic', 'vocabulary']);
    expect([...arrows.keys()]).toEqual(['panic → db', 'db → vocabulary']);
    expect(arrows.get('panic → db')).toHaveLength(2);
  });

  test('an arrow is upward by the order of the rooms', () => {
    const imports = [
      { from: 'lib/panic/store.ts', to: 'lib/db/database.ts' },
      { from: 'lib/db/database.ts', to: 'lib/platform/env.ts' },
    ];
    expect(house(imports, ['platform', 'db', 'panic']).upward).toEqual([]);
    expect(house(imports, ['db', 'platform', 'panic']).upward).toEqual(['db → platform']);
  });

  test('tests and what is not in lib are no part of it', () => {
    const { rooms, arrows } = house([
      { from: 'lib/panic/press.test.ts', to: 'lib/db/database.ts' },
      { from: 'app/page.tsx', to: 'lib/panic/schema.ts' },
      { from: 'lib/panic/store.ts', to: 'node_modules/pg/index.js' },
    ]);
    expect(rooms).toEqual(['db', 'panic']);
    expect(arrows.size).toBe(0);
  });
});

describe('two rooms that import each other', () => {
  test.each([
    ['lib/panic/store.ts', 'lib/callouts/store.ts', 'lib/callouts/model.ts', 'lib/panic/model.ts'],
    ['lib/panic/raise.ts', 'lib/panic/journal/write.ts', 'lib/panic/journal/read.ts', 'lib/panic/model.ts'],
    ['lib/console/map/a.ts', 'lib/console/notes/b.ts', 'lib/console/notes/c.ts', 'lib/console/map/d.ts'],
    ['lib/vocabulary.ts', 'lib/geo/model.ts', 'lib/geo/schema.ts', 'lib/vocabulary.ts'],
  ])('are refused: %s → %s, %s → %s', (from, to, from2, to2) => {
    const imports = [
      { from, to },
      { from: from2, to: to2 },
    ];
    expect(checkRooms([from, to, from2, to2], imports).problems).toHaveLength(3);
    expect(checkRooms([from, to, from2, to2], imports.slice(0, 1)).problems).toEqual([]);
  });

  test('a package that stands alone may be built as it likes', () => {
    const imports = [
      { from: 'lib/aura/client.ts', to: 'lib/aura/transport/call.ts' },
      { from: 'lib/aura/transport/call.ts', to: 'lib/aura/error.ts' },
    ];
    expect(checkRooms([], imports).problems).toEqual([]);
  });
});
