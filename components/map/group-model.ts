import { onMap, type Place } from '#components/map/pin-model.ts';
import type { Mark } from '#components/map/scene.ts';
import { type Bounds, boundsOf } from '#components/map/shapes-model.ts';

// Clusters overlapping marks.

/** Minimum distance of two touch targets. */
export const APART_PX = 44;
/** Maximum zoom; marks still clustered then share one place. */
export const NEAREST_ZOOM = 20;

export type Group = { place: Place; members: readonly [Mark, ...Mark[]] };

/** Clusters at a zoom level; marks without a link are never clustered. */
export function grouped(marks: readonly Mark[], zoom: number): Group[] {
  const groups: { place: Place; at: Pixel; members: [Mark, ...Mark[]] }[] = [];
  for (const mark of marks) {
    const at = pixelOf(mark.place, zoom);
    const near =
      mark.href === null
        ? undefined
        : groups.find((group) => group.members[0].href !== null && distancePx(group.at, at) < APART_PX);
    if (near) near.members.push(mark);
    else groups.push({ place: mark.place, at, members: [mark] });
  }
  return groups.map(({ place, members }) => ({ place, members }));
}

/** Bounds that separate a cluster's members; null when no zoom does. */
export function roomFor({ members }: Group): Bounds | null {
  return grouped(members, NEAREST_ZOOM).length > 1 ? boundsOf(members.map(({ place }) => place)) : null;
}

type Pixel = { x: number; y: number };

/** Web Mercator: 512 px wide at zoom 0, doubling per zoom. */
export function pixelOf(place: Place, zoom: number): Pixel {
  const { latitude, longitude } = onMap(place);
  const world = 512 * 2 ** zoom;
  const sin = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * world,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world,
  };
}

export function distancePx(one: Pixel, other: Pixel): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
