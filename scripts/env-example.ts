import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentShape } from '#lib/platform/env-schema.ts';
import type { CheckResult } from './checks/check-result.ts';

// `npm run env:example` writes .env.example from the schema of the settings; `npm run check` compares.

const FILE = '.env.example';

/** Every public variable with description and default, commented out. */
export function envExample(): string {
  const entries = Object.entries(environmentShape).flatMap(([name, schema]) => {
    const { description } = schema;
    if (!description) return [];
    const { data } = schema.safeParse(undefined);
    return [`# ${description}\n# ${name}=${data ?? ''}\n`];
  });
  return `# Settings of Vigil, made by \`npm run env:example\`. All are optional with the sandbox.\n# Copy this file to .env for \`npm start\`, \`npm run dev\` and \`npm run doctor\`; what is exported wins over the file.\n\n${entries.join('\n')}`;
}

/** Fails when the file is outdated. */
export function checkEnvExample(root: string): CheckResult {
  const isCurrent = readFileSync(join(root, FILE), 'utf8') === envExample();
  return { summary: '', problems: isCurrent ? [] : [`${FILE} is stale: npm run env:example`] };
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', FILE), envExample());
