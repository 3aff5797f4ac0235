import type { PgColumn } from 'drizzle-orm/pg-core';
import { oneTimeCode } from '#lib/db/identity-tables.ts';
import { customerImportRow } from '#lib/db/import-tables.ts';
import { pushSubscription } from '#lib/db/push-tables.ts';
import { registration } from '#lib/db/registration-tables.ts';
import { hashOfStored } from '#lib/db/sealed-mobile.ts';
import { cellOf, openPlace } from '#lib/db/sealed-place.ts';
import { callout, person, press } from '#lib/db/tables.ts';
import { partsOf } from '#lib/geo/kept-place.ts';
import { channelIn, endpointHash } from '#lib/identity/push-channel.ts';

/** A column that holds a keyed hash of what another seals: rows are found by it, and it changes with the key. */
export type HashColumn = { readonly name: string; readonly of: (stored: string) => string | null };

type Hashed = { readonly sealed: PgColumn; readonly hash: HashColumn };

const ofPlaces: readonly Hashed[] = [callout, press].map(({ place, cell }) => ({
  sealed: place,
  hash: {
    name: cell.name,
    of: (stored) => {
      const { latitude, longitude } = partsOf(openPlace(stored));
      return latitude === null || longitude === null ? null : cellOf({ latitude, longitude });
    },
  },
}));

const ofMobiles: readonly Hashed[] = [person, registration, oneTimeCode, customerImportRow].map(
  ({ mobile, mobileHash }) => ({ sealed: mobile, hash: { name: mobileHash.name, of: hashOfStored } }),
);

const ofPushes: readonly Hashed[] = [
  {
    sealed: pushSubscription.channel,
    hash: {
      name: pushSubscription.endpointHash.name,
      of: (stored) => {
        const channel = channelIn(pushSubscription.channel.mapFromDriverValue(stored));
        // Of one that another build wrote, whatever is its own: it must not be empty.
        return endpointHash(channel?.endpoint ?? stored);
      },
    },
  },
];

export function hashesOf(column: PgColumn): HashColumn[] {
  return [...ofPlaces, ...ofMobiles, ...ofPushes]
    .filter(({ sealed }) => sealed === column)
    .map(({ hash }) => hash);
}
