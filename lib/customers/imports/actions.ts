'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { startImport } from './start-import.ts';
import { stopImport } from './stop-import.ts';

export const startImportAction = action(operator, ({ run }, importId: string) =>
  run(startImport, { importId }),
);

export const stopImportAction = action(operator, ({ run }, importId: string) =>
  run(stopImport, { importId }),
);
