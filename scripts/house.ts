import { resolve } from 'node:path';
import { ROOMS } from '../.dependency-cruiser.mjs';
import { cruiseLayers } from './checks/layers.ts';
import { houseOf } from './checks/rooms.ts';

// `npm run house` prints the rooms of lib, their imports, and those against their order. For another
// checkout: `npm run house -- DIRECTORY aura,platform,…`.

const [root = resolve(import.meta.dirname, '..'), order] = process.argv.slice(2);
const { files, imports } = await cruiseLayers(root);
const house = houseOf(files, imports, order?.split(',') ?? ROOMS);
const inner = houseOf(files, imports, [], 'rooms and rooms in them');

const list = (name: string, lines: readonly string[]) => {
  console.log(`${name}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
};

list('rooms', house.rooms);
list('arrows', [...house.arrows].map(([arrow, { length }]) => `${arrow} (${length})`).sort());
list('upward arrows', house.upward);
list('rooms that import each other', house.pairs);
list('the same with rooms in rooms', inner.pairs);
console.log(
  `${house.rooms.length} rooms, ${house.arrows.size} arrows, ${house.upward.length} upward, ${house.pairs.length} pairs`,
);
