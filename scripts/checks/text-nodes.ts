import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

// Page translators and extensions replace text nodes. React then fails to update or insert beside them,
// unless the text is its element's only child.

/** Finds text beside dynamic siblings, which would be a text node of its own. */
export function checkTextNodes(files: readonly SourceFile[]): CheckResult {
  const pages = files.filter(
    ({ path }) => /^(app|components)\/.*\.tsx$/.test(path) && !path.includes('.test.'),
  );
  return { summary: `${pages.length} files`, problems: pages.flatMap(bareTexts) };
}

function bareTexts({ path, text }: SourceFile): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const [bare] = bareIn(node, text);
      if (bare) {
        const { line } = tree.getLineAndCharacterOfPosition(bare.getStart());
        problems.push(`${path}:${line + 1}: text beside what changes needs an element of its own`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return problems;
}

function bareIn(parent: ts.JsxElement | ts.JsxFragment, text: string): ts.JsxChild[] {
  const children = parent.children.filter(isShown);
  const isAlone = children.length === 1 && ts.isJsxElement(parent);
  if (isAlone || !children.some(ts.isJsxExpression)) return [];
  return children.filter((child) =>
    ts.isJsxExpression(child) ? !isElement(child.expression, text) : ts.isJsxText(child),
  );
}

/** Ignores comments and insignificant blanks. */
function isShown(child: ts.JsxChild): boolean {
  if (ts.isJsxText(child)) return child.text.trim() !== '';
  if (!ts.isJsxExpression(child)) return true;
  const { expression } = child;
  return expression !== undefined && !(ts.isStringLiteral(expression) && expression.text.trim() === '');
}

/** Whether an expression yields elements or nothing, judged by its form and nearby types. */
function isElement(expression: ts.Expression | undefined, text: string): boolean {
  if (!expression || expression.kind === ts.SyntaxKind.NullKeyword) return true;
  if (ts.isParenthesizedExpression(expression)) return isElement(expression.expression, text);
  if (ts.isConditionalExpression(expression))
    return isElement(expression.whenTrue, text) && isElement(expression.whenFalse, text);
  if (ts.isBinaryExpression(expression)) return isElement(expression.right, text);
  if (ts.isJsxElement(expression) || ts.isJsxSelfClosingElement(expression) || ts.isJsxFragment(expression))
    return true;
  if (ts.isCallExpression(expression))
    return /\.map$|^children$|^button$/.test(expression.expression.getText());
  if (!ts.isIdentifier(expression)) return false;
  // A ReactNode is wrapped by its consumer.
  return new RegExp(`\\b${expression.text}(\\??: ReactNode\\b| = \\(?\\s*<)`).test(text);
}
