import { keptOfAlarms } from './kept-alarms.ts';
import { keptOfContacts } from './kept-contacts.ts';
import { keptOfDeployment } from './kept-deployment.ts';
import { keptOfHooks } from './kept-hooks.ts';
import type { TableKept } from './kept-model.ts';
import { keptOfPeople } from './kept-people.ts';
import { keptOfPushes } from './kept-push.ts';

/** Every table with what is said of its columns. */
export const keptTables: readonly TableKept[] = [
  ...keptOfPeople,
  ...keptOfPushes,
  ...keptOfContacts,
  ...keptOfAlarms,
  ...keptOfHooks,
  ...keptOfDeployment,
];
