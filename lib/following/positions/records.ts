import 'server-only';

export { readFollowing, storeReport } from './store.ts';
