import 'server-only';

// What other rooms may use of the tables of positions.

export { keepReport, readFollowing } from './store.ts';
