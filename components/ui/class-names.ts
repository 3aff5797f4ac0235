import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names. Nothing sorts out classes that conflict, which costs a page 9 KB: who overrides a class of a
 * component says so by `!`, as in `px-2!`.
 */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
