import 'server-only';

export { deleteFixesOf, erasePositions, removeFixesBefore } from './retention-store.ts';
export { readFollowing, storeReport } from './store.ts';
