import 'server-only';

export { queueMessage } from './store.ts';
export { eraseMessages, findStream } from './stream-store.ts';
