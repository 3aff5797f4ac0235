import type { queryOptions as queryOptionsOfLibrary } from '@tanstack/react-query';

/**
 * Options of a query, typed as TanStack Query's own `queryOptions`. That one gives back what it gets, too; importing it would
 * bring the library to pages that read without it.
 */
// safe: the library's function is the same identity, in other types
export const queryOptions = ((options: unknown) => options) as typeof queryOptionsOfLibrary;
