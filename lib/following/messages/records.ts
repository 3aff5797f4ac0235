import 'server-only';

export { queueMessage } from './store.ts';
export { findStream } from './stream-store.ts';
