import { type SQL, sql } from 'drizzle-orm';
import { index, type PgColumn, text } from 'drizzle-orm/pg-core';
import { seals } from '#lib/platform/seals.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import { openedFrom, sealedText } from './sealed.ts';

// A mobile is sealed, and found by a keyed hash of it, typed whole. A row from before sealing has no hash, and its mobile
// as it was, until `npm run rekey`.

export const sealedMobile = () => sealedText('mobile', seals.mobile);
export const mobileHash = () => text('mobile_hash');

type MobileTable = { readonly mobile: PgColumn; readonly mobileHash: PgColumn };

/** Holds that nothing writes one of the two without the other. */
export const hasMobileHash = ({ mobile, mobileHash: hash }: MobileTable): SQL =>
  sql`${hash} is not null or ${mobile} not like 's1.%'`;

/** Finds rows from before sealing; empty once they are sealed. */
export const unsealedMobiles = (table: string, { mobile, mobileHash: hash }: MobileTable) =>
  index(`${table}_mobile_unsealed`).on(mobile).where(sql`${hash} is null`);

/** Both columns, for a row that is written. */
export const mobileColumns = (mobile: string) => ({ mobile, mobileHash: keyedHash('mobile', mobile) });

/** Rows with one of these mobiles (E.164), whichever listed key they were sealed with. */
export function hasMobile(table: MobileTable, ...mobiles: readonly string[]): SQL {
  const hashes = mobiles.flatMap((mobile) => keyedHashes('mobile', mobile));
  const { mobile, mobileHash: hash } = table;
  return sql`(${hash} = any(${sql.param(hashes)}::text[])
    or (${hash} is null and ${mobile} = any(${sql.param([...mobiles])}::text[])))`;
}

/** The hash of a mobile as it is stored; null where no listed key opens it. */
export function hashOfStored(stored: string): string | null {
  const mobile = openedFrom(seals.mobile, stored);
  return mobile === UNOPENED ? null : keyedHash('mobile', mobile);
}
