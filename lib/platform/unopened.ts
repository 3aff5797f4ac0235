// What a sealed column gives where no listed key opens it.

// By name, as a bundler may load this module twice.
/** What a column holds whose key is not listed in SECRET_KEY any more, or that was altered. */
export const UNOPENED: unique symbol = Symbol.for('vigil.cannot-be-opened');
export type Unopened = typeof UNOPENED;

/** The same on a screen or in a file. */
export const CANNOT_BE_OPENED = 'Cannot be opened';

/** For a screen: the text, or that it cannot be opened. */
export function openedWords(value: string | Unopened): string;
export function openedWords(value: string | Unopened | null): string | null;
export function openedWords(value: string | Unopened | null): string | null {
  return value === UNOPENED ? CANNOT_BE_OPENED : value;
}

/** For a rule: what cannot be opened is as if it were not there. */
export function openedOrNull<Value>(value: Value | Unopened): Value | null {
  return value === UNOPENED ? null : value;
}

/**
 * A mobile for who reads it; '' where no listed key opens it, as for an emptied account: nobody can be called or texted,
 * and a safe code is neither right nor wrong.
 */
export function openedMobile(mobile: string | Unopened): string {
  return openedOrNull(mobile) ?? '';
}
