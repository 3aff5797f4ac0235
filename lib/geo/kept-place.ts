import { UNOPENED, type Unopened } from '#lib/platform/unopened.ts';

/** Where somebody is, as one value of a column; metres. */
export type KeptPlace = { latitude: number; longitude: number; accuracyM: number | null };

type Parts = { latitude: number | null; longitude: number | null; accuracyM: number | null };
export type SomeParts = { [Part in keyof Parts]?: Parts[Part] | undefined };

/** Its parts; one that cannot be opened is as if it were not there. */
export function partsOf(place: KeptPlace | Unopened | null): Parts {
  return place === null || place === UNOPENED ? { latitude: null, longitude: null, accuracyM: null } : place;
}

export function placeFrom({ latitude, longitude, accuracyM }: SomeParts): KeptPlace | null {
  return latitude == null || longitude == null ? null : { latitude, longitude, accuracyM: accuracyM ?? null };
}

/** Cells a degree: about 220 m from south to north. */
export const CELLS_A_DEGREE = 500;
