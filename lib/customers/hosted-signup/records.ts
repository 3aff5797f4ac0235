import 'server-only';

export { deleteSignupsOf } from './store.ts';
