import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// What the documents name in the sources is there. Decisions are left out: they say how it was.

const ROOT_FILES = globSync('{README,CONTRIBUTING,SECURITY}.md');
const documents = [...ROOT_FILES, ...globSync('docs/*.md')].filter((file) => !file.endsWith('aura.md'));

const PATH =
  /`((?:app|components|docs|e2e|examples|lib|ops|public|sandbox|scripts|worker)\/[\w./()[\]-]+\.(?:tsx?|mjs|js|md|json|css|ya?ml))`/g;
const PATH_AND_NAME = /`([\w./()[\]-]+\.tsx?)`, `(\w+)`/g;

test('there are documents that name files', () => {
  const named = documents.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(PATH)]);
  expect(named.length).toBeGreaterThan(50);
});

describe.each(documents)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('names files that exist', () => {
    const missing = [...text.matchAll(PATH)].map(([, path = '']) => path).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  test('names what is in them', () => {
    const missing = [...text.matchAll(PATH_AND_NAME)]
      .map(([, path = '', name = '']) => ({ path, name }))
      .filter(({ path }) => existsSync(path))
      .filter(({ path, name }) => !new RegExp(`\\b${name}\\b`).test(readFileSync(path, 'utf8')));
    expect(missing).toEqual([]);
  });

  test('links to files that exist', () => {
    const folder = file.includes('/') ? 'docs/' : '';
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(folder + path))).toEqual([]);
  });
});
