import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { keptTables } from '#lib/db/kept.ts';
import { isSealed } from '#lib/db/sealed.ts';
import { placeColumns } from '#lib/db/sealed-place.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';

/** Encryption by this process's settings. */
export function sealsOf() {
  return {
    sealBody: (body: string) => seal(seals.webhookBody, body),
    sealTracking: (url: string) => seal(seals.trackingUrl, url),
  };
}

/** Columns that the schema seals, by their names. */
export function sealedColumnsOf(table: string): ReadonlyMap<string, PgColumn> {
  const kept = keptTables.find((each) => getTableName(each.table) === table.replaceAll('"', ''));
  const columns = kept ? Object.values(getTableColumns(kept.table)).filter(isSealed) : [];
  return new Map(columns.map((column) => [column.name, column]));
}

/** A place in the columns of a press or a callout. */
export function placed(latitude: number, longitude: number, accuracyM: number) {
  const { place, cell } = placeColumns({ latitude, longitude, accuracyM });
  return { place, cell, accuracy_m: accuracyM };
}
