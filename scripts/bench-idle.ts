// npm run bench:idle -- [--seconds N]
// Idle cost: statements a second, and the processor time of app and worker, on the
// production build with a database and a sandbox of its own. Exits with 1 when it is more than it may be.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { usedMs } from './bench-console/cpu.ts';
import { figure, mustHold, print } from './chaos/report.ts';
import { startChaosStack } from './chaos/stack.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);

const STATEMENTS_A_SECOND = 10;
const PERCENT_OF_A_CORE = 1;
/** Start-up work is done by then. */
const UNTIL_QUIET_MS = 45_000;

mkdirSync('test-results', { recursive: true });
const stack = await startChaosStack('bench-idle', randomBytes(48).toString('base64url'));
const connect = async () => {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  return client;
};

/** pg_stat_statements needs a restart, which the supervisor handles. */
async function countStatements(): Promise<Client> {
  const before = await connect();
  await before.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  const ended = new Promise((resolve) => before.on('error', resolve));
  const pid = stack.pidOf('database');
  if (pid === undefined) throw new Error('the database does not run');
  process.kill(pid, 'SIGKILL');
  await ended;
  for (;;) {
    await wait(200);
    const client = await connect().catch(() => null);
    if (!client) continue;
    await client.query('create extension pg_stat_statements');
    return client;
  }
}

type Counted = { query: string; calls: number };

async function statements(client: Client): Promise<Counted[]> {
  const { rows } = await client.query<Counted>(
    `select query, calls::int from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and query not like '%pg_stat_statements%' order by calls desc`,
  );
  return rows;
}

const cpuOf = (part: 'app' | 'worker') => usedMs(stack.pidOf(part) ?? 0);
const databaseCpu = () => stack.databasePids().reduce((sum, pid) => sum + usedMs(pid), 0);
const percent = (ms: number) => ms / (seconds * 10);

let isWithin = true;
try {
  const client = await countStatements();
  await wait(UNTIL_QUIET_MS);
  const before = { app: cpuOf('app'), worker: cpuOf('worker'), database: databaseCpu() };
  await client.query('select pg_stat_statements_reset()');
  await wait(seconds * 1_000);
  const counted = await statements(client);
  const app = percent(cpuOf('app') - before.app);
  const worker = percent(cpuOf('worker') - before.worker);
  const database = percent(databaseCpu() - before.database);
  await client.end();
  const perSecond = counted.reduce((sum, { calls }) => sum + calls, 0) / seconds;
  const figures = [
    mustHold(
      `statements a second (at most ${STATEMENTS_A_SECOND})`,
      perSecond.toFixed(1),
      perSecond <= STATEMENTS_A_SECOND,
    ),
    mustHold(
      `percent of one core, app and worker (at most ${PERCENT_OF_A_CORE})`,
      `${(app + worker).toFixed(2)} (${app.toFixed(2)} and ${worker.toFixed(2)})`,
      app + worker <= PERCENT_OF_A_CORE,
    ),
    figure('percent of one core, database', database.toFixed(2)),
    ...counted
      .slice(0, 8)
      .map(({ query, calls }) =>
        figure(`${(calls / seconds).toFixed(2)} a second`, query.replaceAll(/\s+/g, ' ').slice(0, 90)),
      ),
  ];
  print({ title: `At rest, over ${seconds} s`, figures });
  isWithin = figures.every(({ holds }) => holds !== false);
} finally {
  await stack.stop();
}
process.exit(isWithin ? 0 : 1);
