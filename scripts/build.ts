// npm run build
//   builds the app for `npm start` and `npm run app`; needs no setting, no secret and no database
import { join } from 'node:path';
import { withoutEmpty } from '#lib/platform/env-schema.ts';
import { ensureBuilt } from './supervisor/build.ts';
import { createFleet } from './supervisor/fleet.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const say = (line: string) => console.log(`vigil: ${line}`);
const fleet = createFleet(say);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void fleet.stop());

try {
  const root = join(import.meta.dirname, '..');
  const deployment = await ensureBuilt(root, withoutEmpty(process.env), fleet, say);
  say(`built (${deployment})`);
} catch (error) {
  console.error(error instanceof StartProblem ? error.lines.join('\n') : error);
  process.exit(1);
}
