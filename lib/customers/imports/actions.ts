'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { startImport } from './start-import.ts';
import { stopImport } from './stop-import.ts';

/** Sends the good rows of a checked file to AURA. */
export const startImportAction = action(operator, ({ ask }, importId: string) =>
  ask(startImport, { importId }),
);

/** Sends no more of a file. */
export const stopImportAction = action(operator, ({ ask }, importId: string) =>
  ask(stopImport, { importId }),
);
