import 'server-only';

export { deleteFixesBefore, deleteFixesOf, erasePositions } from './retention-store.ts';
export { readFollowing, storeReport } from './store.ts';
