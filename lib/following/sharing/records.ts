import 'server-only';

export { eraseShareLinks } from './store.ts';
