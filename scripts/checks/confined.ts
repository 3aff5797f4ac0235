import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

// APIs confined to a few files, through which all else must go.

export type Confined = {
  readonly what: string;
  /** For the message. */
  readonly home: string;
  readonly only: RegExp;
  readonly isUse: (node: ts.Node) => boolean;
};

const TOOLS = String.raw`^scripts/|^e2e/|\.test\.tsx?$|^lib/testing/`;

export const CONFINED: readonly Confined[] = [
  {
    what: 'process.env',
    home: 'lib/platform/env.ts and sandbox/settings.ts',
    only: /^lib\/platform\/env\.ts$|^sandbox\/(settings|main)\.ts$|^(next|drizzle|playwright|vitest)\.config\.ts$|^(instrumentation|server)\.ts$|^scripts\/|^e2e\/support\/|^lib\/testing\/patience\.ts$/,
    isUse: (node) =>
      isProperty(node, 'process', 'env') || isDestructured(node, 'process', 'env') || importsProcess(node),
  },
  {
    what: 'fetch',
    home: 'lib/aura/transport, lib/platform/outgoing.ts, lib/platform/browser-fetch.ts and queries.ts',
    only: new RegExp(
      String.raw`^lib/aura/transport/|^lib/platform/(outgoing|browser-fetch)\.ts$|/queries\.ts$|^public/sw\.js$|^sandbox/|${TOOLS}`,
    ),
    isUse: (node) =>
      ts.isCallExpression(node) &&
      (isNamed(node.expression, 'fetch') ||
        ['globalThis', 'window', 'self'].some((owner) => isProperty(node.expression, owner, 'fetch'))),
  },
  {
    what: 'the present time',
    home: 'lib/platform/clock.ts, lib/aura/transport/clock.ts and sandbox/clock.ts',
    only: new RegExp(
      String.raw`^lib/(platform|aura/transport)/clock\.ts$|^sandbox/(.*/)?clock\.ts$|^public/sw\.js$|${TOOLS}`,
    ),
    isUse: (node) =>
      isProperty(node, 'Date', 'now') ||
      (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) ||
      (ts.isCallExpression(node) && isNamed(node.expression, 'Date')),
  },
];

/** Finds uses of confined APIs in other files. */
export function checkConfined(files: readonly SourceFile[]): CheckResult {
  const code = files.filter(({ path }) => /\.(tsx?|mjs|js)$/.test(path));
  return { summary: `${code.length} files`, problems: code.flatMap(usesOutside) };
}

function usesOutside({ path, text }: SourceFile): string[] {
  const forbidden = CONFINED.filter(({ only }) => !only.test(path));
  if (forbidden.length === 0) return [];
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const { what, home, isUse } of forbidden) {
      if (!isUse(node)) continue;
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${path}:${line + 1}: ${what} belongs in ${home}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return problems;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isProperty(node: ts.Node, owner: string, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, owner) && node.name.text === name;
  return (
    ts.isElementAccessExpression(node) &&
    isNamed(node.expression, owner) &&
    ts.isStringLiteral(node.argumentExpression) &&
    node.argumentExpression.text === name
  );
}

function isDestructured(node: ts.Node, owner: string, name: string): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    isNamed(node.initializer, owner) &&
    ts.isObjectBindingPattern(node.name) &&
    node.name.elements.some((element) => isNamed(element.propertyName ?? element.name, name))
  );
}

function importsProcess(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    /^(node:)?process$/.test(node.moduleSpecifier.text)
  );
}
