// npm run cluster -- 3 [--workers N] [--seed N] [--only storm|rolling]
// As many apps, and two workers, behind nginx on one PostgreSQL, each in a network namespace of its own: they are
// killed, paused, cut off, and restarted one by one under load. Needs root on Linux, and the build (`npm run build`).
// Prints the tables of docs/reliability.md. Ends with 0 when every judged figure holds, 1 when one does not, 2 when this
// machine cannot.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ownSecretKey } from './chaos/own-settings.ts';
import { type Chapter, print } from './chaos/report.ts';
import { whyNoNetworks } from './cluster/network.ts';
import { runRolling } from './cluster/rolling.ts';
import { type Cluster, startCluster } from './cluster/start-cluster.ts';
import { runStorm } from './cluster/storm.ts';
import { startAlone } from './supervisor/alone.ts';
import { requireBuilt } from './supervisor/build.ts';

const CANNOT_RUN = 2;
const LEAST_APPS = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    workers: { type: 'string', default: '2' },
    seed: { type: 'string', default: '20261201' },
    only: { type: 'string' },
  },
});
const parts = { storm: runStorm, rolling: runRolling };
const apps = Number(positionals[0] ?? 3);
const workers = Number(values.workers);
const seed = Number(values.seed);
if (
  !(apps >= LEAST_APPS && apps <= 9 && workers >= 2 && workers <= 9) ||
  (values.only && !(values.only in parts))
) {
  console.error(
    'Usage: npm run cluster -- APPS [--workers N] [--seed N] [--only storm|rolling]; two to nine of each',
  );
  process.exit(CANNOT_RUN);
}
const reason = whyNoNetworks();
if (reason) {
  console.error(`vigil: no cluster can be made here: ${reason}`);
  process.exit(CANNOT_RUN);
}

await startAlone(async () => {
  requireBuilt(join(import.meta.dirname, '..'), {});
  const secretKey = ownSecretKey();
  mkdirSync('test-results', { recursive: true });
  for (const file of readdirSync('test-results').filter((name) => /^cluster-.*\.log$/.test(name)))
    rmSync(join('test-results', file));
  const chapters: Chapter[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (values.only && values.only !== name) continue;
    chapters.push(await runOn(secretKey, run));
  }
  const holds = chapters.every(({ figures }) => figures.every((figure) => figure.holds !== false));
  process.exit(holds ? 0 : 1);
});

/** Each part on machines of its own. */
async function runOn(
  secretKey: string,
  run: (cluster: Cluster, seed: number) => Promise<Chapter>,
): Promise<Chapter> {
  const cluster = await startCluster({ apps, workers, secretKey });
  try {
    const chapter = await run(cluster, seed);
    print(chapter);
    return chapter;
  } finally {
    await cluster.stop();
  }
}
