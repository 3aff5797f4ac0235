import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SourceFile = { readonly path: string; readonly text: string };

const SOURCE = /\.(tsx?|mjs|js|css)$/;
const GENERATED = /^(next-env\.d\.ts|.*\/migrations\/.*)$/;

/** Source files as git would commit them; without git, as on disk. */
export function sourceFiles(root: string): SourceFile[] {
  return listFiles(root)
    .filter((path) => SOURCE.test(path) && !GENERATED.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Markdown pages. */
export function pages(root: string): SourceFile[] {
  return listFiles(root)
    .filter((path) => path.endsWith('.md') && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function listFiles(root: string): string[] {
  if (existsSync(join(root, '.git'))) {
    const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    return execFileSync('git', listing, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/(^|\/)(node_modules|\.next|\.data|test-results|playwright-report)\//.test(path),
  );
}
