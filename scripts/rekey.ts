// npm run rekey
// Seals anew, with the first key of SECRET_KEY, what its older keys sealed. The product may run meanwhile. After it the
// older keys open nothing in the database any more; docs/operations.md says when they may be taken off the list.
import { join, resolve } from 'node:path';
import { pool } from '#lib/db/database.ts';
import { readEnvFrom } from '#lib/platform/env.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import { sealAllAnew } from './rekey/seal-anew.ts';
import { foundEnvironment } from './supervisor/found-stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const UNOPENED = 2;

/** Exit code: 2 when no listed key opens a value, so that one may be missing from the list. */
async function rekey(): Promise<number> {
  const own = withoutEmpty(process.env);
  const problems = problemsWith(own);
  if (problems.length > 0) throw new StartProblem(problems);
  const root = resolve(join(import.meta.dirname, '..'));
  const found = foundEnvironment(own, resolve(root, own.VIGIL_DATA_DIR ?? '.data'));
  if (!found.DATABASE_URL) throw new StartProblem(['DATABASE_URL: not set, and no stack runs here']);
  readEnvFrom({ ...found, NODE_ENV: 'production' });
  let unopened = 0;
  for await (const column of sealAllAnew(pool())) {
    unopened += column.unopened;
    console.log(`${column.name}: ${column.sealed} sealed anew, ${column.unopened} cannot be opened`);
  }
  return unopened > 0 ? UNOPENED : 0;
}

try {
  process.exit(await rekey());
} catch (error) {
  const lines = error instanceof StartProblem ? error.lines : [error instanceof Error ? error.message : ''];
  console.error(['Not all was sealed anew.', ...lines].join('\n'));
  process.exit(1);
}
