import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  APART_PX,
  distancePx,
  grouped,
  NEAREST_ZOOM,
  pixelOf,
  roomFor,
} from '#components/map/group-model.ts';
import type { Mark } from '#components/map/scene.ts';

const place = fc.record({
  latitude: fc.double({ min: -34, max: -22, noNaN: true }),
  longitude: fc.double({ min: 17, max: 32, noNaN: true }),
});
const zoom = fc.double({ min: 0, max: NEAREST_ZOOM, noNaN: true });
const marks = (href: string | null = '/x') =>
  fc.array(place, { maxLength: 40 }).map((places) =>
    places.map(
      (at, index): Mark => ({
        key: `${index}`,
        place: at,
        accuracyM: null,
        letter: 'R',
        tone: 'raised',
        isTest: false,
        label: '',
        href,
      }),
    ),
  );

test('every mark is in one group, and groups stand far enough apart', () => {
  fc.assert(
    fc.property(marks(), zoom, (all, at) => {
      const groups = grouped(all, at);
      expect(groups.flatMap(({ members }) => members.map(({ key }) => key)).sort()).toEqual(
        all.map(({ key }) => key).sort(),
      );
      for (const [index, one] of groups.entries()) {
        for (const other of groups.slice(index + 1)) {
          const apart = distancePx(pixelOf(one.place, at), pixelOf(other.place, at));
          expect(apart).toBeGreaterThanOrEqual(APART_PX);
        }
        for (const member of one.members) {
          expect(distancePx(pixelOf(one.place, at), pixelOf(member.place, at))).toBeLessThan(APART_PX);
        }
      }
    }),
  );
});

test('a group that a nearer look takes apart says where, and one at a single place does not', () => {
  fc.assert(
    fc.property(marks(), (all) => {
      for (const group of grouped(all, 0)) {
        const room = roomFor(group);
        const apart = grouped(group.members, NEAREST_ZOOM).length > 1;
        expect(room !== null).toBe(apart);
        if (room) expect(room[0]).not.toEqual(room[1]);
      }
    }),
  );
});

test('what leads nowhere is never hidden in a number', () => {
  fc.assert(
    fc.property(marks(null), marks(), (still, leading) => {
      const groups = grouped([...still, ...leading], 0);
      const alone = groups.filter(({ members }) => members[0].href === null);
      expect(alone).toHaveLength(still.length);
      expect(alone.every(({ members }) => members.length === 1)).toBe(true);
    }),
  );
});
