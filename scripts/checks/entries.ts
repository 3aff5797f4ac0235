import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

// Every entry point must be made by a wrapper that checks session, origin and permission.

type Kind = { readonly what: string; readonly module: string; readonly wrappers: readonly string[] };

const ACTION: Kind = {
  what: 'server action',
  module: '#lib/identity/action.ts',
  wrappers: ['action', 'formAction', 'changeAction'],
};
const ROUTE: Kind = { what: 'route', module: '#lib/identity/route.ts', wrappers: ['route'] };

/** Public by nature; each says how it authorises. */
const OPEN = [
  // The call sheet reads nothing but the settings.
  'app/(public)/offline/route.ts',
  // Geography, the same for everybody.
  'app/api/map/style/route.ts',
  'app/api/map/tiles/[z]/[x]/[y]/route.ts',
  // The switch of languages keeps the choice in the browser that sent it, and by a verb for who is signed in there.
  'app/api/language/route.ts',
  // A picture, the same for everybody.
  'app/brand/logo/route.ts',
  // Leads to the site that a setting names, whoever asks.
  'app/leave/route.ts',
  'app/api/health/live/route.ts',
  'app/api/health/ready/route.ts',
  // One stream for two kinds of callers, each authorised by a verb.
  'app/api/changes/route.ts',
];

/** Route segment options of Next. */
const SETTINGS = /^(dynamic|revalidate|runtime|maxDuration|fetchCache|preferredRegion)$/;

/** Finds exported actions and routes that no wrapper made. */
export function checkEntries(files: readonly SourceFile[]): CheckResult {
  const problems: string[] = [];
  let entries = 0;
  for (const { path, text } of files) {
    if (!/\.(tsx?|mjs|js)$/.test(path) || /\.test\.tsx?$|^(scripts|e2e)\//.test(path)) continue;
    const isRoute = /^app\/(.*\/)?route\.(tsx?|js)$/.test(path);
    if (!isRoute && !text.includes('use server')) continue;
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const isActions = directiveOf(tree.statements) === 'use server';
    problems.push(
      ...inlineActions(tree).map((line) => `${path}:${line}: a server action belongs in actions.ts`),
    );
    if (!isRoute && !isActions) continue;
    const kind = isRoute ? { ...ROUTE, wrappers: [...ROUTE.wrappers, ...openIn(path)] } : ACTION;
    if (isActions && !/^lib\/.+\/actions\.ts$/.test(path)) {
      problems.push(`${path}: a server action belongs in lib/<feature>/actions.ts`);
    }
    for (const { name, maker, line } of exportsOf(tree)) {
      if (isRoute && SETTINGS.test(name)) continue;
      entries += 1;
      if (maker && kind.wrappers.includes(maker) && importsFrom(tree, kind.module, maker)) continue;
      problems.push(`${path}:${line}: the ${kind.what} ${name} is not made by ${kind.wrappers.join(' or ')}`);
    }
  }
  return { summary: `${entries} entries`, problems };
}

const openIn = (path: string) => (OPEN.includes(path) ? ['openRoute'] : []);

type Exported = { name: string; maker: string | null; line: number };

/** A module's exported values, with the function whose call makes each. */
function exportsOf(tree: ts.SourceFile): Exported[] {
  return tree.statements.flatMap((statement): Exported[] => {
    const line = tree.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    if (ts.isExportAssignment(statement)) return [{ name: 'default', maker: null, line }];
    if (ts.isExportDeclaration(statement)) {
      return statement.isTypeOnly ? [] : [{ name: statement.getText(), maker: null, line }];
    }
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
      return [];
    if (!ts.isVariableStatement(statement)) {
      const name = ts.isFunctionDeclaration(statement) ? statement.name?.text : undefined;
      return [{ name: name ?? 'default', maker: null, line }];
    }
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      maker: initializer ? makerOf(initializer) : null,
      line,
    }));
  });
}

function makerOf(value: ts.Expression): string | null {
  return ts.isCallExpression(value) && ts.isIdentifier(value.expression) ? value.expression.text : null;
}

function importsFrom(tree: ts.SourceFile, module: string, name: string): boolean {
  // The wrapper's own room imports it relatively.
  const from = [module, `./${module.split('/').at(-1)}`];
  return tree.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      from.includes(statement.moduleSpecifier.text) &&
      statement.importClause?.namedBindings !== undefined &&
      ts.isNamedImports(statement.importClause.namedBindings) &&
      statement.importClause.namedBindings.elements.some(
        (element) => element.name.text === name && element.propertyName === undefined,
      ),
  );
}

/** Functions with their own 'use server' directive. */
function inlineActions(tree: ts.SourceFile): number[] {
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) && directiveOf(node.statements) === 'use server') {
      lines.push(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return lines;
}

function directiveOf([first]: ts.NodeArray<ts.Statement>): string | null {
  return first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
    ? first.expression.text
    : null;
}
