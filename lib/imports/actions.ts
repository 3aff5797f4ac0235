'use server';

import { operatorFrom } from '#lib/identity/session.ts';
import { startImport } from '#lib/imports/start-import.ts';
import { stopImport } from '#lib/imports/stop-import.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';
import type { Result } from '#lib/platform/result.ts';

/** Sends the good rows of a checked file to AURA. */
export async function startImportAction(importId: string): Promise<Result<null>> {
  return startImport(await operatorFrom(await requestHeaders()), { importId });
}

/** Sends no more of a file. */
export async function stopImportAction(importId: string): Promise<Result<null>> {
  return stopImport(await operatorFrom(await requestHeaders()), { importId });
}
