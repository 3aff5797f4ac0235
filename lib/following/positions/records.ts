import 'server-only';

export { keepReport, readFollowing } from './store.ts';
