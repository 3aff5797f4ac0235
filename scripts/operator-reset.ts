// npm run operator:reset -- ada@control.example
//   prints a link with which this operator chooses a new password: once, within an hour
// npm run operator:reset -- ada@control.example --second-factor
//   also removes their passkeys, app and recovery codes, and ends their sessions, at once
// For the last admin, whom nobody in the console can help. Needs the database and SECRET_KEY; the product may run meanwhile.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pool } from '#lib/db/database.ts';
import { errorEntry } from '#lib/errors/errors.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { resetByCommand } from '#lib/operators/passwords/reset-by-command.ts';
import { readEnvFrom } from '#lib/platform/env.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import { dataDirectoryOf, UNUSED } from './supervisor/alone.ts';
import { foundEnvironment } from './supervisor/found-stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const USAGE = 'Usage: npm run operator:reset -- ada@control.example [--second-factor]';

function asked(): { email: string; withSecondFactor: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'second-factor': { type: 'boolean', default: false } },
    });
    const [email, ...more] = positionals;
    if (email && more.length === 0) return { email, withSecondFactor: values['second-factor'] };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new StartProblem([USAGE]);
}

/** The database and the key of the deployment suffice; else those of the stack that was started here. */
function readSettings(): void {
  const own = withoutEmpty(process.env);
  const problems = problemsWith({ ...UNUSED, ...own });
  if (problems.length > 0) throw new StartProblem(problems);
  const root = resolve(join(import.meta.dirname, '..'));
  const isWhole = own.DATABASE_URL !== undefined && own.SECRET_KEY !== undefined;
  const found = isWhole ? { ...UNUSED, ...own } : foundEnvironment(own, dataDirectoryOf(root, own));
  if (!found.DATABASE_URL) throw new StartProblem(['DATABASE_URL: not set, and no stack runs here']);
  readEnvFrom({ ...found, NODE_ENV: 'production' });
}

async function reset(): Promise<void> {
  const input = asked();
  readSettings();
  const made = await resetByCommand(systemActor('operator:reset'), input);
  await pool().end();
  if (!made.ok) throw new StartProblem([made.fields?.email ?? errorEntry(made.code).detail]);
  const { link, isSwitchedOff } = made.value;
  console.log(`A new password for ${input.email}: open this link once, within an hour.\n\n  ${link}\n`);
  if (input.withSecondFactor) console.log('Their second step is removed, and their sessions have ended.');
  if (isSwitchedOff)
    console.log('They are switched off: the link works only once an admin switches them on.');
}

try {
  await reset();
  process.exit(0);
} catch (error) {
  const lines = error instanceof StartProblem ? error.lines : [error instanceof Error ? error.message : ''];
  console.error(['No link was made.', ...lines].join('\n'));
  process.exit(1);
}
