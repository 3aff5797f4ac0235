import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

const LONGEST = 300;

/** At most 300 lines. */
export function checkFileLength(files: readonly SourceFile[]): CheckResult {
  const lengths = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
  return {
    summary: `${files.length} files`,
    problems: lengths
      .filter(({ lines }) => lines > LONGEST)
      .map(({ path, lines }) => `${path}: ${lines} lines, at most ${LONGEST}`),
  };
}
