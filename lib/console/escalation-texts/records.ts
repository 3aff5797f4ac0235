import 'server-only';

export { deleteEscalationTextsBefore } from './retention-store.ts';
