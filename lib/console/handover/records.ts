import 'server-only';

export { deleteHandoversBefore } from './retention-store.ts';
