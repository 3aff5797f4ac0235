import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chapter, type Figure, figure, mustBeZero, mustHold, seconds } from '../chaos/report.ts';
import { startEmbedded } from '../supervisor/embedded.ts';
import { createFleet } from '../supervisor/fleet.ts';
import { DATABASE, databaseUrl } from '../supervisor/postgres.ts';
import { freePort } from '../testing/running-stack.ts';
import type { Image } from './build-image.ts';
import { type Confined, runConfined, seenFrom } from './confine.ts';
import { contentsOf, strangeInTree } from './contents.ts';
import { broken, missingAssets, routesOf } from './probe.ts';

const MOST_MB = 350;
const READY_WITHIN_MS = 5_000;
const GIVE_UP_MS = 60_000;
const USER = '65534:65534';
const SERVER = '--conditions=react-server';

type Settings = Readonly<Record<string, string>>;

/** Runs the image beside a database of its own, and holds it against what the Dockerfile says of it. */
export async function judgeImage(
  root: string,
  image: Image,
  work: string,
  say: (line: string) => void,
): Promise<Chapter> {
  const fleet = createFleet(say);
  try {
    const settings = await surroundings(root, work, fleet);
    const running = await judgeRunning(image, join(work, 'data', 'vigil'), settings, say);
    return { title: 'The image', figures: [...judgeFiles(root, image), ...running] };
  } finally {
    await fleet.stop();
  }
}

async function surroundings(
  root: string,
  work: string,
  fleet: ReturnType<typeof createFleet>,
): Promise<Settings> {
  const dataDir = join(work, 'data');
  mkdirSync(join(dataDir, 'vigil'), { recursive: true });
  mkdirSync(join(dataDir, 'database'));
  chmodSync(dataDir, 0o755);
  const [user = 0, group = 0] = USER.split(':').map(Number);
  chownSync(join(dataDir, 'vigil'), user, group);
  const password = randomBytes(12).toString('hex');
  const port = await startEmbedded(
    { root, dataDir: join(dataDir, 'database'), fleet, say: () => undefined },
    password,
  );
  return {
    DATABASE_URL: databaseUrl(port, password, DATABASE),
    PORT: `${await freePort()}`,
    SECRET_KEY: randomBytes(48).toString('base64url'),
    // Nothing listens there: presses are taken all the same.
    AURA_BASE_URL: 'http://127.0.0.1:1/v2',
    AURA_CLIENT_ID: 'client',
    AURA_CLIENT_SECRET: 'secret',
    SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
  };
}

function judgeFiles(root: string, { rootfs, config }: Image): Figure[] {
  const { bytes, open } = contentsOf(rootfs, Number(USER.split(':')[0]), config.volumes);
  const mb = bytes / 1_000_000;
  const strange = strangeInTree(root, join(rootfs, config.folder));
  return [
    mustHold(`size, MB (at most ${MOST_MB})`, mb.toFixed(0), mb <= MOST_MB),
    mustHold('user', config.user, config.user === USER),
    mustHold('health check', config.healthCheck.slice(1).join(' '), config.healthCheck.length > 1),
    mustHold(
      'files that its user may change, besides data directory and /tmp',
      words(open),
      open.length === 0,
    ),
    mustHold('development packages, databases', words(strange), strange.length === 0),
  ];
}

async function judgeRunning(
  image: Image,
  dataDir: string,
  settings: Settings,
  say: (line: string) => void,
): Promise<Figure[]> {
  const { rootfs, config } = image;
  const node = config.entrypoint[0] ?? 'node';
  const run = (...command: string[]) => runConfined(image, dataDir, settings, command);
  say('the migrations, in it …');
  const migration = run(node, SERVER, 'scripts/migrate.ts');
  await mustEnd(migration);
  say('app and worker …');
  const startedAt = performance.now();
  const app = runConfined(image, dataDir, settings);
  const url = `http://127.0.0.1:${settings.PORT}`;
  try {
    await until(app, async () => (await fetch(`${url}/api/health/ready`)).ok);
    const readyMs = performance.now() - startedAt;
    const worker = run(node, SERVER, 'scripts/worker.ts');
    await until(worker, async () => worker.output().includes('worker ready'));
    const { uid, capabilities, writable } = seenFrom(app.pid() ?? 0);
    const routes = routesOf(join(rootfs, config.folder));
    const problems = [...(await broken(url, routes)), ...(await missingAssets(url, '/'))];
    const health = await run(...config.healthCheck.slice(1)).ended;
    const canary = run(node, SERVER, 'scripts/canary.ts', '--url', url);
    const stoppedAt = performance.now();
    const touch = await Promise.all(
      ['/app/x', '/usr/x', '/data/x', '/tmp/x'].map((path) => run('/usr/bin/touch', path).ended),
    );
    const canaryCode = await canary.ended;
    const codes = await Promise.all([app.stop(), worker.stop()]);
    return [
      mustHold(
        `seconds to ready (at most ${READY_WITHIN_MS / 1_000})`,
        seconds(readyMs),
        readyMs <= READY_WITHIN_MS,
      ),
      mustHold(
        'uid, capabilities of the running app',
        `${uid}, ${capabilities}`,
        `${uid}:${uid}` === USER && /^0+$/.test(capabilities),
      ),
      mustHold('mounts that it may write', writable.join(', '), writable.toSorted().join() === '/data,/tmp'),
      mustHold(
        'writing into /app, /usr, /data, /tmp ended with',
        touch.join(', '),
        touch.join() === '1,1,0,0',
      ),
      mustHold(`${routes.length} routes asked for, broken`, words(problems), problems.length === 0),
      mustHold(
        'health check, two practice presses by the canary ended with',
        `${health}, ${canaryCode}`,
        health === 0 && canaryCode === 0,
      ),
      mustBeZero('app and worker ended after SIGTERM with', Math.max(...codes.map((code) => code ?? 1))),
      figure('seconds that stopping took', seconds(performance.now() - stoppedAt)),
    ];
  } finally {
    app.child.kill('SIGKILL');
  }
}

async function mustEnd(run: Confined): Promise<void> {
  const code = await run.ended;
  if (code !== 0) throw new Error(`ended with ${code}:\n${run.output()}`);
}

async function until(run: Confined, isSo: () => Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < GIVE_UP_MS) {
    // It does not listen yet.
    if (await isSo().catch(() => false)) return;
    if (run.child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`it did not come up:\n${run.output()}`);
}

const words = (found: readonly string[]): string =>
  found.length === 0 ? '0' : `${found.length}: ${found.slice(0, 5).join(', ')}`;
