// npm run canary -- --url https://vigil.example.org
//   two practice presses through the public address, as a page's script and as a plain form send them; each receipt is
//   read back. Counted, never delivered to AURA, and no alert looks at them. Takes SECRET_KEY as `npm start` does.
// Ends with 0 when both came through, 1 when one did not, 2 when it could not run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvFrom } from '#lib/platform/env.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import { doors, tryDoor } from './canary/try-door.ts';
import { dataDirectoryOf, UNUSED } from './supervisor/alone.ts';
import { openSecrets } from './supervisor/secrets.ts';

const FAILED = 1;
const CANNOT_RUN = 2;
const USAGE = 'Usage: npm run canary -- --url https://your.host';
const NO_DATABASE = 'postgres://nobody@127.0.0.1:1/none';

function cannotRun(...lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(CANNOT_RUN);
}

function addressIn(args: readonly string[]): string {
  try {
    const { url = '' } = parseArgs({ args: [...args], options: { url: { type: 'string' } } }).values;
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin;
  } catch {
    // An unknown option: the usage says which there are.
  }
  return cannotRun(USAGE);
}

/** The key of the deployment, or of the stack that was started here. */
function secretKey(): string {
  const own = withoutEmpty(process.env);
  const problems = problemsWith({ ...UNUSED, ...own });
  if (problems.length > 0) cannotRun(...problems);
  if (own.SECRET_KEY) return own.SECRET_KEY;
  const dataDir = dataDirectoryOf(join(import.meta.dirname, '..'), own);
  if (existsSync(join(dataDir, 'secrets.json'))) return openSecrets(dataDir).secretKey;
  return cannotRun('SECRET_KEY: must be set to the one of the deployment.');
}

const origin = addressIn(process.argv.slice(2));
readEnvFrom({ ...UNUSED, DATABASE_URL: NO_DATABASE, SECRET_KEY: secretKey() });
let failed = 0;
for (const door of doors) {
  const { problem, pressMs, receiptMs } = await tryDoor(origin, door);
  const times = `press ${pressMs} ms, receipt ${receiptMs ?? '-'} ms`;
  console.log(`${problem ? 'FAILED' : 'ok    '} ${door.padEnd(4)}  ${times}${problem ? `  ${problem}` : ''}`);
  if (problem) failed += 1;
}
process.exit(failed > 0 ? FAILED : 0);
