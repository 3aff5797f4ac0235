import { is } from 'drizzle-orm';
import { customType, type PgColumn, PgCustomColumn } from 'drizzle-orm/pg-core';
import type { seals } from '#lib/platform/seals.ts';
import { newestKeyId, seal, unseal } from '#lib/platform/secret-box.ts';
import { UNOPENED, type Unopened } from '#lib/platform/unopened.ts';

// Columns that are sealed on the way into the database and opened on the way out, so that no store can forget it
// (decision 0038). Sealing the same text twice gives two values: such a column is never compared, ordered or made unique.
// Raw SQL sees the sealed text; it writes one by `sql.param(value, column)`.

type Purpose = (typeof seals)[keyof typeof seals];

// Tells a sealed value from one that an earlier build stored as it was; `npm run rekey` seals those.
const MARK = 's1.';
const SEALED = /^s1\.[\w-]{46,}$/;

/** Text. */
export function sealedText<Name extends string>(name: Name, purpose: Purpose) {
  return customType<{ data: string | Unopened; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => sealed(purpose, known(value)),
    fromDriver: (value) => openedFrom(purpose, value),
  })(name);
}

/** Whatever JSON holds; who reads it parses it. */
export function sealedJson<Name extends string>(name: Name, purpose: Purpose) {
  // `object`, as null means that there is none.
  return customType<{ data: object | Unopened; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => sealed(purpose, JSON.stringify(known(value))),
    fromDriver: (value) => parsed(openedFrom(purpose, value)),
  })(name);
}

function parsed(text: string | Unopened): object | Unopened {
  if (text === UNOPENED) return UNOPENED;
  try {
    // As it is: a schema's record would leave out a key such as `__proto__`.
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : UNOPENED;
  } catch {
    // Altered, and by somebody without the key: a page goes on without it.
    return UNOPENED;
  }
}

function known<Value>(value: Value | Unopened): Value {
  if (value === UNOPENED) throw new Error('what cannot be opened cannot be sealed again');
  return value;
}

export function sealed(purpose: Purpose, text: string): string {
  return `${MARK}${seal(purpose, text)}`;
}

export function openedFrom(purpose: Purpose, stored: string): string | Unopened {
  if (!SEALED.test(stored)) return stored;
  return unseal(purpose, stored.slice(MARK.length)) ?? UNOPENED;
}

/** Whether a column seals what it holds. */
export function isSealed(column: PgColumn): boolean {
  return is(column, PgCustomColumn);
}

/** A stored value of a sealed column by the newest key: the same where that sealed it; null: no listed key opens it. */
export function sealedAnew(column: PgColumn, stored: string): string | null {
  if (stored.startsWith(`${MARK}${newestKeyId()}`) && SEALED.test(stored)) return stored;
  const value: unknown = column.mapFromDriverValue(stored);
  if (value === UNOPENED) return null;
  const anew: unknown = column.mapToDriverValue(value);
  if (typeof anew !== 'string') throw new Error(`${column.name} seals no text`);
  return anew;
}
