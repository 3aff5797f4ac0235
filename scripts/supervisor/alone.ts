import { resolve } from 'node:path';
import { problemsWith, problemsWithOwn, withoutEmpty } from '#lib/platform/env-schema.ts';
import type { Environment } from './environment.ts';
import { StartProblem } from './start-problem.ts';

// One part of Vigil without the supervisor: its host starts, watches and stops it. Nothing is generated here.

export type Part = 'migrate' | 'app' | 'worker';

const RUNNING = [
  'DATABASE_URL',
  'AURA_BASE_URL',
  'AURA_CLIENT_ID',
  'AURA_CLIENT_SECRET',
  'SECRET_KEY',
  'SMS_WEBHOOK_URL',
] as const;
const NEEDED: Record<Part, readonly string[]> = { migrate: ['DATABASE_URL'], app: RUNNING, worker: RUNNING };

/** Required of a running app, and not used by tools that never call AURA or a gateway. */
export const UNUSED: Environment = {
  AURA_BASE_URL: 'https://aura.invalid',
  AURA_CLIENT_ID: 'unused',
  AURA_CLIENT_SECRET: 'unused',
  SECRET_KEY: 'unused: this tool neither signs nor seals',
  SMS_WEBHOOK_URL: 'https://sms.invalid',
};

/** One line for each setting that is bad, or missing for this part. */
export function problemsOf(part: Part, own: Environment): string[] {
  // Migrations need the database alone, so that they may run where no other secret is.
  const unneeded = / must be set when AURA_BASE_URL is set$/;
  // `npm start` runs them with the settings of all parts, the sandbox's included; they ask no AURA.
  const found = part === 'migrate' ? problemsWith(own) : problemsWithOwn(own);
  const bad = found.filter((line) => !unneeded.test(line));
  const missing = NEEDED[part]
    .filter((name) => !own[name])
    .map((name) => `${name}: must be set for npm run ${part}; only npm start brings what is missing`);
  return [...bad, ...missing];
}

/** This part's settings, checked; throws with all problems. */
export function settingsOf(part: Part, raw: Record<string, string | undefined>): Environment {
  const own = withoutEmpty(raw);
  const problems = problemsOf(part, own);
  if (problems.length > 0) throw new StartProblem(problems);
  return own;
}

export function dataDirectoryOf(root: string, own: Environment): string {
  return resolve(root, own.VIGIL_DATA_DIR ?? '.data');
}

/** Runs a part's start; what the user can mend is printed without a stack trace, and ends the process. */
export async function startAlone(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof StartProblem ? error.lines.join('\n') : error);
    process.exit(1);
  }
}
