import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUp } from './clean-up.ts';

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
