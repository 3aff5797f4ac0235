import 'server-only';

// What other rooms may use of this room's tables.

export { emptyPerson, ensureNobody, lockPerson, markDeletedAt, mobileOf } from './erase-store.ts';
export { findCustomer, findPerson, raisePressTokenEdition } from './person-store.ts';
