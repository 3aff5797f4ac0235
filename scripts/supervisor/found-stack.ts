import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { completeEnvironment, type Environment } from './environment.ts';
import { DATABASE, databaseUrl } from './postgres.ts';
import { possiblePostgresData } from './postgres-home.ts';
import { livePostmaster, type PostmasterPid, readPostmasterPid } from './postmaster-pid.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { StartProblem } from './start-problem.ts';

// How tools find a running stack. Starts and creates nothing.

/**
 * The user's settings, completed by those of the stack on this data directory. `DATABASE_URL` is empty when
 * no database is known.
 */
export function foundEnvironment(own: Environment, dataDir: string): Environment {
  const hasSecrets = existsSync(join(dataDir, 'secrets.json'));
  if (!hasSecrets) {
    if (own.AURA_BASE_URL) return { DATABASE_URL: '', VIGIL_DATA_DIR: dataDir, ...own };
    throw new StartProblem([
      `AURA_BASE_URL is not set, and no stack was ever started on ${dataDir}: set it, or run npm start first.`,
    ]);
  }
  const secrets = openSecrets(dataDir);
  return completeEnvironment(own, {
    dataDir,
    databaseUrl: embeddedDatabase(dataDir, secrets) ?? '',
    secrets,
  });
}

/** The running embedded database of a data directory; null without one. */
function embeddedDatabase(dataDir: string, secrets: Secrets): string | null {
  const port = runningPort(dataDir);
  return port === null ? null : databaseUrl(port, secrets.databasePassword, DATABASE);
}

/** Where the embedded database of a data directory accepts connections; null when it does not. */
export function runningPort(dataDir: string): number | null {
  const running = possiblePostgresData(dataDir)
    .map(readIfAllowed)
    .find((server) => server?.isReady);
  return running?.port ?? null;
}

function readIfAllowed(postgresData: string): PostmasterPid | null {
  try {
    return livePostmaster(postgresData) === null ? null : readPostmasterPid(postgresData);
  } catch {
    // Another user's: not accessible.
    return null;
  }
}
