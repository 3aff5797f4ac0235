// npm run aura:sentences   brings docs/aura-sentences.md up to what is said now
// New sentences come under "unplaced": move each below the evidence that supports it, or say less.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renewRegister, sentencesAboutAura, UNPLACED } from './checks/aura-sentences.ts';
import { pages, sourceFiles } from './checks/source-files.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs/aura-sentences.md');
const found = sentencesAboutAura([...sourceFiles(root), ...pages(root)]);
const renewed = renewRegister(readFileSync(file, 'utf8'), found);
writeFileSync(file, renewed);
console.log(
  renewed.includes(`## ${UNPLACED}\n`)
    ? `Some are ${UNPLACED}: see docs/aura-sentences.md.`
    : 'All have evidence.',
);
