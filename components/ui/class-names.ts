import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; the later of conflicting Tailwind classes wins. */
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values));
}
