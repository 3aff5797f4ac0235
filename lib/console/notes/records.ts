import 'server-only';

export { eraseNotes } from './store.ts';
