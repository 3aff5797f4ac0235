import type { CheckResult } from './check-result.ts';

// Import graph of lib's rooms. A room is a folder of lib or a file directly in it; nested folders count as
// rooms for the rule against mutual imports.

/** One import, as paths from the root. */
export type Import = { readonly from: string; readonly to: string };

export type House = {
  readonly rooms: readonly string[];
  /** `from → to`, with its imports. */
  readonly arrows: ReadonlyMap<string, readonly Import[]>;
  /** Arrows against `order`. */
  readonly upward: readonly string[];
  /** Rooms that import each other. */
  readonly pairs: readonly string[];
};

type Depth = 'rooms' | 'rooms and rooms in them';

/** Builds the graph. `order` lists the rooms bottom-up. */
export function houseOf(
  files: readonly string[],
  imports: readonly Import[],
  order: readonly string[],
  depth: Depth = 'rooms',
): House {
  const roomOf = depth === 'rooms' ? outerRoom : innerRoom;
  const arrows = new Map<string, Import[]>();
  for (const each of imports.filter(({ from, to }) => isShipped(from) && isShipped(to))) {
    const [from, to] = [roomOf(each.from), roomOf(each.to)];
    if (!from || !to || from === to) continue;
    const arrow = `${from} → ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), each]);
  }
  const rooms = files.filter(isShipped).flatMap((path) => roomOf(path) ?? []);
  const ends = [...arrows.keys()].map((arrow) => ({ arrow, ...endsOf(arrow) }));
  return {
    rooms: [...new Set(rooms)].sort(),
    arrows,
    upward: ends
      .filter(({ from, to }) => order.indexOf(outside(from)) < order.indexOf(outside(to)))
      .map(({ arrow }) => arrow),
    pairs: ends
      .filter(({ from, to }) => from < to && arrows.has(`${to} → ${from}`))
      .map(({ from, to }) => `${from} ⇄ ${to}`),
  };
}

/** No two rooms may import each other. */
export function checkRooms(files: readonly string[], imports: readonly Import[]): CheckResult {
  const { rooms, arrows, pairs } = houseOf(files, imports, [], 'rooms and rooms in them');
  return {
    summary: `${rooms.length} rooms`,
    problems: pairs.flatMap((pair) => {
      const [one = '', other = ''] = pair.split(' ⇄ ');
      const both = [...(arrows.get(`${one} → ${other}`) ?? []), ...(arrows.get(`${other} → ${one}`) ?? [])];
      return [`${pair} import each other:`, ...both.map(({ from, to }) => `  ${from} → ${to}`)];
    }),
  };
}

function isShipped(path: string): boolean {
  return path.startsWith('lib/') && /(?<!\.test)\.tsx?$/.test(path);
}

function outerRoom(path: string): string | undefined {
  return path.split('/')[1]?.replace(/\.tsx?$/, '');
}

/** lib/aura counts as one package. */
function innerRoom(path: string): string | undefined {
  const [, outer, inner, ...rest] = path.split('/');
  return rest.length > 0 && outer !== 'aura' ? `${outer}/${inner}` : outerRoom(path);
}

function outside(room: string): string {
  return room.split('/')[0] ?? room;
}

function endsOf(arrow: string): { from: string; to: string } {
  const [from = '', to = ''] = arrow.split(' → ');
  return { from, to };
}
