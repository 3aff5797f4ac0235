import 'server-only';

// What other rooms may use of this room's tables.

export { deleteEventsAbout, deleteEventsOf } from './store.ts';
