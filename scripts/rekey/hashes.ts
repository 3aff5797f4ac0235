import type { PgColumn } from 'drizzle-orm/pg-core';
import { cellOf, openPlace, partsOf } from '#lib/db/sealed-place.ts';
import { callout, press } from '#lib/db/tables.ts';

/** A column that holds a keyed hash of what another seals: rows are found by it, and it changes with the key. */
export type HashColumn = { readonly name: string; readonly of: (stored: string) => string | null };

const hashes: readonly { sealed: PgColumn; hash: HashColumn }[] = [callout, press].map(({ place, cell }) => ({
  sealed: place,
  hash: {
    name: cell.name,
    of: (stored) => {
      const { latitude, longitude } = partsOf(openPlace(stored));
      return latitude === null || longitude === null ? null : cellOf({ latitude, longitude });
    },
  },
}));

export function hashesOf(column: PgColumn): HashColumn[] {
  return hashes.filter(({ sealed }) => sealed === column).map(({ hash }) => hash);
}
