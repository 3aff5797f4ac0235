import type { PgTable } from 'drizzle-orm/pg-core';

// What is said of every column: why it is kept, how sensitive it is, and how long. The types refuse a table file whose
// annotations lack a column; `npm run check` refuses a table without annotations; docs/privacy.md is made of them.

export const sensitivities = {
  none: 'technical: says nothing of anybody',
  internal: 'what happened, without saying to whom once the link to the person is gone',
  personal: 'of a person',
  sensitive: 'of a person in danger, or a secret',
} as const;

export const retentions = {
  account: 'until the account is deleted',
  alarm: 'closed alarms are anonymised after `KEEP_ALARM_DAYS` (two years)',
  trail: 'deleted after `KEEP_TRAIL_DAYS` (90 days), at once with the account',
  webhook: 'deleted after `KEEP_WEBHOOK_DAYS` (30 days)',
  address: 'emptied after `KEEP_AUDIT_ADDRESS_DAYS` (one year)',
  audit: 'always: the audit is append-only, and holds ids only',
  device: '400 days after the sign-in',
  push: 'until it is sent, at most a quarter of an hour',
  session: 'until the sign-out or the expiry, at most 400 days',
  code: 'ten minutes, deleted within the hour',
  hour: 'an hour',
  day: 'a day',
  registration: 'an hour; 30 days where AURA’s answer was lost',
  import: '30 days after the upload',
  textCode: 'a week, and a week more to refuse its repeat',
  counted: '48 hours; drift 30 days after it was last seen',
  operator: 'while the operator’s account exists',
  shift: 'deleted after `KEEP_ALARM_DAYS` (two years)',
  deployment: 'as long as the deployment',
  erasure: 'always: it says which erasures a restored backup needs again',
} as const;

/** Why a column is not in the file that a person downloads. */
export const withholdings = {
  secret: 'a secret, or of use to a machine only',
  danger:
    'whoever forced the person to download it must not read it: signs of force, and the mobile, whose end is the safe code',
} as const;

/** Why a sensitive column is not sealed. */
export const plainReasons = {
  hash: 'it is a keyed hash, or another that cannot be turned back',
  order: 'rows are found, ordered or deleted by it',
  sign: 'reports and alerts count by it; without its person it says nothing of anybody',
  library: 'the library of sessions reads and compares it',
} as const;

export type Retention = keyof typeof retentions;

export type ColumnKept = {
  readonly purpose: string;
  readonly sensitivity: keyof typeof sensitivities;
  /** Where it differs from the table’s. */
  readonly retention?: Retention;
  readonly withheld?: keyof typeof withholdings;
  /** A sensitive column is sealed, or says why not. */
  readonly plain?: keyof typeof plainReasons;
};

/** By which columns a row belongs to a person; one that matches is enough. */
export type Links = {
  readonly personId?: string;
  readonly calloutId?: string;
  readonly mobile?: string;
  readonly customerId?: string;
  /** What an event is about, where that is a callout. */
  readonly aboutCallout?: string;
};

export type TableKept = {
  readonly table: PgTable;
  /** `operators`: of the people who run it. `nobody`: of no person. */
  readonly whose: Links | 'operators' | 'nobody';
  readonly retention: Retention;
  readonly columns: Readonly<Record<string, ColumnKept>>;
};

type Further = Pick<ColumnKept, 'retention' | 'withheld' | 'plain'>;

export const technical = (purpose: string): ColumnKept => ({ purpose, sensitivity: 'none' });
export const internal = (purpose: string, further: Further = {}): ColumnKept => ({
  ...{ purpose, sensitivity: 'internal' },
  ...further,
});
export const personal = (purpose: string, further: Further = {}): ColumnKept => ({
  ...{ purpose, sensitivity: 'personal' },
  ...further,
});
export const sensitive = (purpose: string, further: Further = {}): ColumnKept => ({
  ...{ purpose, sensitivity: 'sensitive' },
  ...further,
});

/** The columns of lib/db/tables.ts `leased`. */
export const outboxColumns = {
  dueAt: technical('when it is sent or tried again'),
  leaseUntil: technical('until when one process works on it'),
  leaseToken: technical('which process that is'),
};

/** Annotates a table: without every one of its columns it does not compile. */
export function kept<T extends PgTable>(
  table: T,
  { whose, retention }: Pick<TableKept, 'whose' | 'retention'>,
  columns: { readonly [Name in keyof T['_']['columns']]: ColumnKept },
): TableKept {
  return { table, whose, retention, columns };
}
