import 'server-only';

// What other rooms may use of this room's tables.

export {
  anonymisePresses,
  deleteTextCodesOf,
  hasPresses,
  listPressesBefore,
  listPressesOf,
  listPressesOfErased,
} from './anonymise-store.ts';
