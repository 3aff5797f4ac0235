// npm run doctor
//   looks at AURA and at this deployment, and changes nothing at AURA
// npm run doctor -- --write --yes [--customer 123]
//   the same with one TEST callout, for that customer or for one that it registers and deletes
// Ends with 0 when nothing failed, 1 when something did, 2 when it could not run.
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '#lib/identity/actor.ts';
import { conclusionOf } from '#lib/integration/model.ts';
import { runDoctor } from '#lib/integration/run-doctor.ts';
import { runWritingDoctor } from '#lib/integration/run-writing-doctor.ts';
import type { Finding } from '#lib/integration/schema.ts';
import { doctorSteps } from '#lib/integration/schema.ts';
import { readEnvFrom } from '#lib/platform/env.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import { log } from '#lib/platform/log.ts';
import { runShutdownWork } from '#lib/platform/on-shutdown.ts';
import type { Environment } from './supervisor/environment.ts';
import { foundEnvironment } from './supervisor/found-stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const FAILED = 1;
const CANNOT_RUN = 2;

/** Settings the app needs and the doctor does not: reported, not required. */
const UNUSED = {
  SECRET_KEY: randomBytes(48).toString('base64url'),
  SMS_WEBHOOK_URL: 'https://sms.invalid',
};
/** Nothing listens there: the database checks are skipped. */
const NO_DATABASE = 'postgres://nobody@127.0.0.1:1/none';

class CannotRun extends Error {}

type Options = { write: boolean; yes: boolean; customer?: string };

function parseOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        write: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        customer: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

/** All settings the checks read. */
function settings(own: Environment): Environment {
  const problems = problemsWith({ ...UNUSED, ...own });
  if (problems.length > 0) throw new CannotRun(problems.join('\n'));
  const found = foundEnvironment(
    own,
    resolve(join(import.meta.dirname, '..'), own.VIGIL_DATA_DIR ?? '.data'),
  );
  return { ...UNUSED, ...found, DATABASE_URL: found.DATABASE_URL || NO_DATABASE, NODE_ENV: 'production' };
}

const LOOKS = { ok: 'ok', warning: 'WARNING', failed: 'FAILED', not_run: 'not run' } as const;

async function run({ write, yes, customer }: Options): Promise<number> {
  if (write && !yes) {
    throw new CannotRun(
      '--write makes one TEST callout at AURA and cancels it: add --yes if that may be done.',
    );
  }
  if (customer !== undefined && !write) throw new CannotRun('--customer is for --write.');
  const own = withoutEmpty(process.env);
  const env = settings(own);
  readEnvFrom(env);
  // Failures are reported below.
  log.level = 'silent';
  const actor = systemActor('doctor');

  console.log(`\nAURA is ${env.AURA_BASE_URL}${env.SANDBOX_URL ? ', the sandbox' : ''}\n`);
  const missing = env.SANDBOX_URL ? [] : Object.keys(UNUSED).filter((name) => !own[name]);
  if (missing.length > 0) console.log(`The app would not start: ${missing.join(' and ')} must be set.\n`);
  const begun = write
    ? await runWritingDoctor(actor, { confirmed: true, customerId: customer })
    : await runDoctor(actor, {});
  if (!begun.ok) throw new CannotRun(whyNot(begun));

  const findings: Finding[] = [];
  for await (const finding of begun.value.findings) {
    findings.push(finding);
    const { step, state, ms, seen, advice } = finding;
    console.log(`${LOOKS[state].padEnd(8)} ${doctorSteps[step].name}${ms === null ? '' : ` (${ms} ms)`}`);
    console.log(`         ${seen}`);
    if (advice) console.log(`         → ${advice}`);
  }
  if (env.DATABASE_URL !== NO_DATABASE) await runShutdownWork();
  console.log(`\n${conclusionOf(findings).sentence}`);
  return findings.some(({ state }) => state === 'failed') ? FAILED : 0;
}

function whyNot({ code, fields }: { code: string; fields?: Record<string, string> }): string {
  if (code === 'doctor.running')
    return 'Another doctor is running in this deployment: try again in a moment.';
  return Object.values(fields ?? {}).join(' ') || code;
}

// Cleanup at AURA must finish although the output is closed or the run interrupted.
process.stdout.on('error', () => undefined);
process.on('SIGINT', () =>
  console.error('It ends by itself in some seconds: what was made at AURA is undone first.'),
);

try {
  process.exit(await run(parseOptions()));
} catch (error) {
  if (error instanceof StartProblem) console.error(error.lines.join('\n'));
  else console.error(error instanceof CannotRun ? error.message : error);
  process.exit(CANNOT_RUN);
}
