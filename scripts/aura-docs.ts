// node scripts/aura-docs.ts writes docs/aura.md from the contract; with --check it fails when the file is
// outdated.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { auraPage } from './aura-page.ts';

const file = new URL('../docs/aura.md', import.meta.url);

function present(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

if (!process.argv.includes('--check')) {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, auraPage());
} else if (present() !== auraPage()) {
  console.error('docs/aura.md is stale: run npm run aura:docs');
  process.exitCode = 1;
}
