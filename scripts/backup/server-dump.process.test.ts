import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { createFleet } from '../supervisor/fleet.ts';
import { launchPostgres, postgresReady } from '../supervisor/postgres.ts';
import { makePrivateDirectory, type PostgresHome } from '../supervisor/postgres-home.ts';
import { openFolder } from '../testing/backup-rig.ts';
import { freePort } from '../testing/running-stack.ts';

// A database of one's own, with the tools that come with it, where this machine has them.

const TOOLS = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];
const binDir = globSync('/usr/lib/postgresql/*/bin').findLast((bin) =>
  TOOLS.every((tool) => existsSync(join(bin, tool))),
);
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Gives the address of a database of this name, made empty. */
async function startServer(bin: string): Promise<(name: string) => Promise<string>> {
  const folder = openFolder();
  const home: PostgresHome = {
    binDir: bin,
    dataDir: join(folder, 'data'),
    logFile: join(folder, 'log'),
    ...(process.getuid?.() === 0 ? { runAs: NOBODY } : {}),
  };
  makePrivateDirectory(home.dataDir, home);
  const how = ['-U', 'vigil', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', home.dataDir, ...how], { ...home.runAs, stdio: 'pipe' });
  const port = await freePort();
  const fleet = createFleet(() => undefined);
  cleanUp(fleet.stop);
  const launch = () => launchPostgres(home, port, ['fsync=off']);
  await postgresReady(home, fleet.run({ name: 'PostgreSQL', launch, stopSignal: 'SIGINT' }));
  const address = (name: string) => `postgres://vigil@127.0.0.1:${port}/${name}`;
  return async (name) => {
    await ask(address('postgres'), `create database ${name}`);
    return address(name);
  };
}

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A command as docs/operations.md has it. */
function documented(tool: string): string {
  const line = new RegExp(`^${tool} .*"\\$DATABASE_URL".*$`, 'm').exec(
    readFileSync('docs/operations.md', 'utf8'),
  );
  if (!line) throw new Error(`docs/operations.md has no ${tool}`);
  return line[0];
}

test.skipIf(binDir === undefined)(
  'the commands of the docs bring a whole database into an empty one',
  async () => {
    const bin = binDir ?? '';
    const make = await startServer(bin);
    const folder = openFolder();
    const shell = (command: string, url: string) =>
      execFileSync('sh', ['-c', command], {
        cwd: folder,
        env: { NODE_ENV: 'test', PATH: `${bin}:${process.env.PATH}`, DATABASE_URL: url },
        stdio: 'pipe',
      });
    const from = await make('one');
    await migrateDatabase(from);
    await ask(
      from,
      `insert into webhook_event (received_at, state, body_hash, body_sealed) values (now(), 'processed', 'hash', 'sealed')`,
    );
    shell(documented('pg_dump'), from);
    const to = await make('other');
    shell(documented('pg_restore'), to);
    const shape = `select table_schema, table_name, column_name, data_type from information_schema.columns
    where table_schema in ('public', 'drizzle') order by 1, 2, 3`;
    expect(await ask(to, shape)).toEqual(await ask(from, shape));
    expect(await ask(to, 'select body_sealed from webhook_event')).toEqual([{ body_sealed: 'sealed' }]);
    const triggers = 'select tgname from pg_trigger where not tgisinternal order by 1';
    expect(await ask(to, triggers)).toEqual(await ask(from, triggers));
    await migrateDatabase(to);
  },
);
