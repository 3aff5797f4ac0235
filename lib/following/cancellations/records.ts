import 'server-only';

export { findSafeAsked } from './store.ts';
