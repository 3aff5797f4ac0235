import 'server-only';

// What other rooms may use of the table of cancellations.

export { findSafeAsked } from './store.ts';
