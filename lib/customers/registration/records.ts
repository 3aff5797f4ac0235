import 'server-only';

export { deleteRegistrationsOf, type RegistrationDetails } from './store.ts';
