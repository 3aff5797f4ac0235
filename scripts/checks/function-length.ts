import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

const LONGEST = 70;

/** Tests are exempt: a `describe` block is not a function in this sense. */
const TESTS = /\.test\.tsx?$|^e2e\//;

/** At most 70 lines. */
export function checkFunctionLength(files: readonly SourceFile[]): CheckResult {
  const code = files.filter(({ path }) => /\.(tsx?|mjs|js)$/.test(path) && !TESTS.test(path));
  return { summary: `${code.length} files`, problems: code.flatMap(longFunctions) };
}

function longFunctions({ path, text }: SourceFile): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const first = lineAt(node.getStart());
      const lines = lineAt(node.end) - first + 1;
      if (lines > LONGEST)
        problems.push(`${path}:${first}: a function of ${lines} lines, at most ${LONGEST}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return problems;
}
