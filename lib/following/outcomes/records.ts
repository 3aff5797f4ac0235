import 'server-only';

export { eraseFromOutcomes } from './store.ts';
