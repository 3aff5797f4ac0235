import { posix } from 'node:path';
import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

/** Maximum share of .tsx files with 'use client'. */
const MOST = 0.35;

type Module = { isClient: boolean; imports: readonly string[] };

/**
 * `'use client'` belongs only on boundaries, where a server module imports a client module; everything below
 * is client code anyway.
 */
export function checkClientShare(files: readonly SourceFile[]): CheckResult {
  const modules = new Map(
    files
      .filter(({ path }) => /^(app|components)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map(({ path, text }) => [path, moduleOf(path, text)] as const),
  );
  const views = [...modules].filter(([path]) => path.endsWith('.tsx'));
  const clients = views.filter(([, { isClient }]) => isClient).length;
  const boundaries = boundariesIn(modules);
  const needless = [...modules].filter(([path, { isClient }]) => isClient && !boundaries.has(path));
  return {
    summary: `${clients} of ${views.length}`,
    problems: [
      ...needless.map(
        ([path]) => `${path}: only modules of the browser import it, so it needs no 'use client'`,
      ),
      ...(clients > MOST * views.length
        ? [`${clients} of ${views.length} .tsx files are 'use client', at most ${MOST * 100} %`]
        : []),
    ],
  };
}

/** Client modules reachable from the routes' server modules. */
function boundariesIn(modules: ReadonlyMap<string, Module>): Set<string> {
  const boundaries = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const found = modules.get(path);
    if (!found || seen.has(path)) return;
    seen.add(path);
    if (found.isClient) boundaries.add(path);
    else found.imports.forEach(visit);
  };
  [...modules.keys()].filter((path) => path.startsWith('app/')).forEach(visit);
  return boundaries;
}

function moduleOf(path: string, text: string): Module {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const [first] = tree.statements;
  const isClient =
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === 'use client';
  return {
    isClient,
    imports: ts.preProcessFile(text).importedFiles.map(({ fileName }) => located(path, fileName)),
  };
}

function located(path: string, imported: string): string {
  return imported.startsWith('#') ? imported.slice(1) : posix.join(posix.dirname(path), imported);
}
