import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { createFleet } from '../supervisor/fleet.ts';
import { firstFreePort } from '../supervisor/ports.ts';
import {
  databaseUrl,
  ensureDatabase,
  initialiseDatabase,
  launchPostgres,
  postgresReady,
} from '../supervisor/postgres.ts';
import { choosePostgresHome } from '../supervisor/postgres-home.ts';

const PASSWORD = 'test';
const TEMPLATE = 'template_for_tests';
const FIRST_PORT = 30_500;
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];

/** One PostgreSQL per run, with a migrated template database that tests copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-tests-'));
  chmodSync(dir, 0o755);
  const fleet = createFleet(console.log);
  const tearDown = async () => {
    await fleet.stop();
    rmSync(dir, { recursive: true });
  };
  try {
    const home = choosePostgresHome(resolve('.'), dir, console.log);
    initialiseDatabase(home, PASSWORD);
    const port = await firstFreePort(FIRST_PORT + (process.pid % 1_000));
    const service = fleet.run({
      name: 'PostgreSQL',
      launch: () => launchPostgres(home, port, NOT_DURABLE),
      stopSignal: 'SIGINT',
      hurrySignal: 'SIGQUIT',
    });
    await postgresReady(home, service);
    await ensureDatabase(port, PASSWORD, TEMPLATE);
    const url = databaseUrl(port, PASSWORD, TEMPLATE);
    await migrateDatabase(url);
    project.provide('templateDatabaseUrl', url);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
