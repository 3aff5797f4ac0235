import { join, resolve } from 'node:path';
import { problemsWithOwn, withoutEmpty } from '#lib/platform/env-schema.ts';
import { createFleet } from './supervisor/fleet.ts';
import { speaker } from './supervisor/say.ts';
import { type Mode, startStack } from './supervisor/stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';

// `npm start` and `npm run dev`: supervises all processes and stops them in order.

const INTERRUPTED = 130;

const root = join(import.meta.dirname, '..');
const mode: Mode = process.argv[2] === 'dev' ? 'dev' : 'start';
const tell = speaker(process.env.NODE_ENV);
const say = (line: string) => tell(`vigil: ${line}`);
const fleet = createFleet(say);
let isRunning = false;

async function stopAndExit(): Promise<void> {
  if (fleet.isStopping()) return;
  say('stopping …');
  await fleet.stop();
  process.exit(isRunning ? 0 : INTERRUPTED);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAndExit());

try {
  const own = withoutEmpty(process.env);
  const problems = problemsWithOwn(own);
  if (problems.length > 0) throw new StartProblem(problems);
  const dataDir = resolve(root, own.VIGIL_DATA_DIR ?? '.data');
  tell(await startStack({ root, mode, dataDir, own, fleet, say }));
  isRunning = true;
} catch (error) {
  // A stop makes the start fail; the signal handler ends the process.
  if (!fleet.isStopping()) {
    console.error(error instanceof StartProblem ? error.lines.join('\n') : error);
    await fleet.stop();
    process.exit(1);
  }
}
