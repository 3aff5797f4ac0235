import 'server-only';

export { saidSafeSince } from './said-safe.ts';
export { eraseFromCancellations, findSafeAsked, listSafeAsked } from './store.ts';
