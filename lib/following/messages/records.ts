import 'server-only';

// What other rooms may use of the tables of messages.

export { queueMessage } from './store.ts';
export { findStream } from './stream-store.ts';
