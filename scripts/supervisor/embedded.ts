import { createHash } from 'node:crypto';
import type { Fleet } from './fleet.ts';
import { firstFreePort } from './ports.ts';
import {
  DATABASE,
  endOrphan,
  ensureDatabase,
  initialiseDatabase,
  launchPostgres,
  postgresReady,
} from './postgres.ts';
import { choosePostgresHome, type PostgresHome } from './postgres-home.ts';

export type Embedded = {
  readonly root: string;
  readonly dataDir: string;
  readonly fleet: Fleet;
  readonly say: (line: string) => void;
};

/** Starts the embedded database of a data directory, made if it is missing; resolves with its port. */
export async function startEmbedded(
  { root, dataDir, fleet, say }: Embedded,
  password: string,
): Promise<number> {
  const home = choosePostgresHome(root, dataDir, say);
  await endOrphan(home, say);
  initialiseDatabase(home, password);
  const port = await runPostgres(home, dataDir, fleet);
  await ensureDatabase(port, password, DATABASE);
  return port;
}

/** Runs a server on a cluster that is there; resolves with its port when it accepts connections. */
export async function runPostgres(home: PostgresHome, dataDir: string, fleet: Fleet): Promise<number> {
  const port = await firstFreePort(preferredPort(dataDir));
  const service = fleet.run({
    name: 'PostgreSQL',
    launch: () => launchPostgres(home, port),
    stopSignal: 'SIGINT',
    hurrySignal: 'SIGQUIT',
  });
  await postgresReady(home, service);
  return port;
}

/**
 * A port per data directory, so that parallel stacks do not race; below the ephemeral range, which could take
 * it during a restart.
 */
function preferredPort(dataDir: string): number {
  return 20_000 + (createHash('sha256').update(dataDir).digest().readUInt16BE() % 10_000);
}
