import 'server-only';

export { deleteRegistrationsOf } from './store.ts';
