import 'server-only';

export { saidSafeSince } from './said-safe.ts';
export { findSafeAsked } from './store.ts';
