'use server';

import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { startImport } from './start-import.ts';
import { stopImport } from './stop-import.ts';

/** Sends the good rows of a checked file to AURA. */
export async function startImportAction(importId: string): Promise<Result<null>> {
  return startImport(await operatorFrom(await requestHeaders()), { importId });
}

/** Sends no more of a file. */
export async function stopImportAction(importId: string): Promise<Result<null>> {
  return stopImport(await operatorFrom(await requestHeaders()), { importId });
}
