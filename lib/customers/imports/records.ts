import 'server-only';

export { deleteImportRowsOf } from './store.ts';
