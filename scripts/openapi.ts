import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CheckResult } from './checks/check-result.ts';
import { openApiDocument } from './openapi/document.ts';

// `npm run openapi` writes docs/openapi.json from the schemas of the stable routes; `npm run check` compares.

const FILE = 'docs/openapi.json';
const manifest = z.object({ version: z.string() });

function written(root: string): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
}

/** Fails when the file is outdated. */
export function checkOpenApi(root: string): CheckResult {
  const isCurrent = readFileSync(join(root, FILE), 'utf8') === written(root);
  return { summary: '', problems: isCurrent ? [] : [`${FILE} is stale: npm run openapi`] };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  writeFileSync(join(root, FILE), written(root));
}
