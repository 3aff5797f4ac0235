import { expect, test } from 'vitest';
import { UnreadableKml } from '#lib/coverage/kml-model.ts';
import { readKmlAside } from '#lib/coverage/read-kml.ts';

const document = (coordinates: string) =>
  `<kml><Document><name>Town</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Document></kml>`;

test('parsing does not block the event loop', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 0);
  const read = await readKmlAside(document('1,1 2,2 1,2 '.repeat(20_000)));
  clearInterval(turning);
  expect(read).toMatchObject({ name: 'Town', polygons: [[{ length: 60_000 }]] });
  expect(turns).toBeGreaterThan(3);
});

test('what cannot be read, and what takes too long, is unreadable', async () => {
  await expect(readKmlAside('<kml/>')).rejects.toThrow(new UnreadableKml('it has no polygon'));
  const reading = readKmlAside(document('1,1 2,2 1,2 '.repeat(20_000)), 1);
  await expect(reading).rejects.toThrow(new UnreadableKml('it takes too much to read'));
});
