import { customType } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { CELLS_A_DEGREE, type KeptPlace, placeFrom, type SomeParts } from '#lib/geo/kept-place.ts';
import { seals } from '#lib/platform/seals.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';
import { UNOPENED, type Unopened } from '#lib/platform/unopened.ts';
import { openedFrom, sealed } from './sealed.ts';

// Where somebody is, sealed as one value: a trail has thousands, and opening one costs a few microseconds.

const stored = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180), z.number().nullable()]);

/** A place with its accuracy. */
export function sealedPlace<Name extends string>(name: Name) {
  return customType<{ data: KeptPlace | Unopened; driverData: string }>({
    dataType: () => 'text',
    toDriver: (place) => {
      if (place === UNOPENED) throw new Error('what cannot be opened cannot be sealed again');
      return sealed(seals.place, JSON.stringify([place.latitude, place.longitude, place.accuracyM]));
    },
    fromDriver: openPlace,
  })(name);
}

/** A place as it is stored. */
export function openPlace(value: string): KeptPlace | Unopened {
  const text = openedFrom(seals.place, value);
  if (text === UNOPENED) return UNOPENED;
  try {
    const [latitude, longitude, accuracyM] = stored.parse(JSON.parse(text));
    return { latitude, longitude, accuracyM };
  } catch {
    // Altered, and by somebody without the key: help goes on without it.
    return UNOPENED;
  }
}

/** The columns of a table whose rows are found by their cell, too. */
export function placeColumns(parts: SomeParts) {
  const place = placeFrom(parts);
  return { place, accuracyM: place?.accuracyM ?? null, cell: place && cellOf(place) };
}

/** The cell of a grid, as a keyed hash: who reads the table learns which rows share one, and not where it is. */
export function cellOf({ latitude, longitude }: Pick<KeptPlace, 'latitude' | 'longitude'>): string {
  return keyedHash(
    'cell',
    nameOf(Math.floor(latitude * CELLS_A_DEGREE), Math.floor(longitude * CELLS_A_DEGREE)),
  );
}

/** What a cell may be stored as, by any listed key. */
export function cellHashes(row: number, column: number): string[] {
  return keyedHashes('cell', nameOf(row, column));
}

const nameOf = (row: number, column: number) => `${row} ${column}`;
