// npm run seed -- --callouts 100000 [--points 1000000] [--open 300] [--persons N] [--seed N] [--force]
// Fills the database of the stack that `npm start` runs here, or of DATABASE_URL, with people who do not exist and
// what they went through: for demos, and for figures. The same seed makes the same rows, counted back from now. Only
// beside the sandbox, and only into a database without callouts, unless --force says otherwise.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { connectionTo, settle } from '#lib/db/connection.ts';
import { readEnvFrom } from '#lib/platform/env.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import { fillDatabase } from './seed/fill.ts';
import { CALLOUTS_EACH, LEAST_PERSONS, POINTS_EACH, type SeedPlan } from './seed/plan.ts';
import { sealsOf } from './seed/seals.ts';
import type { Environment } from './supervisor/environment.ts';
import { foundEnvironment } from './supervisor/found-stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';

class CannotRun extends Error {}

const number = (most: number) => z.coerce.number().int().min(0).max(most).optional();
const optionsSchema = z.object({
  callouts: z.coerce.number().int().min(1).max(2_000_000),
  points: number(50_000_000),
  open: number(2_000),
  persons: number(1_000_000),
  seed: z.coerce.number().int().default(20_261_123),
  force: z.boolean().default(false),
});

function parseOptions(): z.output<typeof optionsSchema> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      callouts: text,
      points: text,
      open: text,
      persons: text,
      seed: text,
      force: { type: 'boolean' },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
  throw new CannotRun([...wrong, 'Usage: npm run seed -- --callouts 100000'].join('\n'));
}

function planOf({ callouts, points, open, persons, seed }: z.output<typeof optionsSchema>): SeedPlan {
  return {
    callouts,
    seed,
    points: points ?? callouts * POINTS_EACH,
    open: Math.min(callouts, open ?? Math.round(callouts * 0.003)),
    persons: Math.max(LEAST_PERSONS, persons ?? Math.round(callouts / CALLOUTS_EACH)),
    until: new Date(),
  };
}

function settings(): Environment {
  const own = withoutEmpty(process.env);
  const problems = problemsWith(own);
  if (problems.length > 0) throw new CannotRun(problems.join('\n'));
  if (own.AURA_BASE_URL) {
    throw new CannotRun('AURA_BASE_URL is set: people who do not exist are made beside the sandbox only.');
  }
  const found = foundEnvironment(
    own,
    resolve(join(import.meta.dirname, '..'), own.VIGIL_DATA_DIR ?? '.data'),
  );
  if (!found.DATABASE_URL)
    throw new CannotRun('No database runs here: run npm start first, and leave it on.');
  return { ...found, NODE_ENV: 'production' };
}

async function refuseFull(database: Client, isForced: boolean): Promise<void> {
  const { rows } = await database.query<{ full: boolean }>('select exists(select from callout) as full');
  if (!rows[0]?.full || isForced) return;
  throw new CannotRun(
    'There are callouts in this database already: --force adds to them, and nothing removes what was added.',
  );
}

async function run(): Promise<void> {
  const options = parseOptions();
  const env = settings();
  // The app's code encrypts fields.
  readEnvFrom(env);
  const database = new Client(connectionTo(env.DATABASE_URL ?? '', 'vigil seed'));
  await database.connect();
  await settle(database);
  try {
    await refuseFull(database, options.force);
    const { SANDBOX_URL = '', AURA_CLIENT_ID = '', AURA_CLIENT_SECRET = '' } = env;
    const aura = { url: SANDBOX_URL, clientId: AURA_CLIENT_ID, clientSecret: AURA_CLIENT_SECRET };
    const say = (line: string) => console.log(line);
    await fillDatabase(planOf(options), { database, aura, ...sealsOf(), say });
  } finally {
    await database.end();
  }
}

try {
  await run();
} catch (error) {
  if (error instanceof StartProblem) console.error(error.lines.join('\n'));
  else console.error(error instanceof CannotRun ? error.message : error);
  process.exit(1);
}
