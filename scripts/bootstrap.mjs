// Runs on any installed Node without packages: installs them, then hands over to the Node 24 that comes with
// them. ES2018 syntax only, so that an old Node reaches the message below.
import { spawn, spawnSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

/** Commands: our scripts get the command's name as first argument, tools their own. */
const COMMANDS = {
  start: ['scripts/start.ts', 'start'],
  dev: ['scripts/start.ts', 'dev'],
  build: ['scripts/build.ts'],
  migrate: ['scripts/migrate.ts'],
  app: ['scripts/app.ts'],
  worker: ['scripts/worker.ts'],
  backup: ['scripts/backup.ts'],
  restore: ['scripts/restore.ts'],
  check: ['scripts/check.ts'],
  test: ['scripts/test.ts', 'test'],
  'test:unit': ['scripts/test.ts', 'test:unit'],
  'test:e2e': ['scripts/test.ts', 'test:e2e'],
  'test:long': ['scripts/test.ts', 'test:long'],
  ci: ['scripts/test.ts', 'ci'],
  format: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'],
  'db:generate': ['node_modules/drizzle-kit/bin.cjs', 'generate'],
};
/** These run in production, where nothing is installed behind anybody's back. */
const OF_PRODUCTION = ['start', 'build', 'migrate', 'app', 'worker', 'backup', 'restore'];
const WITH_SETTINGS = ['start', 'dev', 'migrate', 'app', 'worker', 'backup', 'restore'];
/** These load no server code; all others find it under a condition, outside Next. */
const NO_SERVER_CODE = ['build', 'app', 'backup', 'restore', 'format'];
/** As `scripts/supervisor/stack.ts` runs it. */
const OF_APP = ['--max-semi-space-size=64'];
const OLDEST_BOOTSTRAP = 20;
const RUNTIME = 24;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const installedMajor = Number(process.versions.node.split('.')[0]);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    return fail(`${file} cannot be read: ${error.message}`);
  }
}

/**
 * npm writes its own lockfile last, so an interrupted install has none; optional packages depend on the
 * platform, and what is only for development may be left out.
 */
function isInstalled(mayOmitDev) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(modules, '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    if (!present[path]) {
      return Boolean(wanted[path].optional || wanted[path].devOptional || (mayOmitDev && wanted[path].dev));
    }
    return present[path].version === wanted[path].version && existsSync(join(root, path));
  });
}

function install() {
  console.log('Installing packages (needed once and after changes of package-lock.json) …');
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm
    ? spawnSync(process.execPath, [npm].concat(options), { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit' });
  if (result.signal) process.exit(130);
  if (result.status !== 0) fail('Installing the packages failed (npm ci, see above).');
}

function findRuntime() {
  const brought = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return brought;
  if (installedMajor >= RUNTIME) return process.execPath;
  return fail(
    `Vigil runs on Node ${RUNTIME}; for ${process.platform}-${process.arch} install it yourself (this is Node ${process.versions.node}).`,
  );
}

const command = process.argv[2];
if (installedMajor < OLDEST_BOOTSTRAP) {
  fail(`Vigil needs Node ${OLDEST_BOOTSTRAP} or newer to start; this is Node ${process.versions.node}.`);
}
if (!Object.hasOwn(COMMANDS, command)) {
  fail(`Usage: node scripts/bootstrap.mjs ${Object.keys(COMMANDS).join(' | ')}`);
}
const isProduction = process.env.NODE_ENV === 'production' && OF_PRODUCTION.includes(command);
const needsAll = command === 'build';
if (!isInstalled(isProduction && !needsAll)) {
  if (isProduction) {
    fail(
      `The packages of package-lock.json are missing or others: run npm ci${needsAll ? ' --include=dev' : ''} first. With NODE_ENV=production nothing is installed by itself.`,
    );
  }
  install();
}

// Tests must not depend on the caller's environment.
const options = [
  ...(WITH_SETTINGS.includes(command) && existsSync(join(root, '.env'))
    ? [`--env-file=${join(root, '.env')}`]
    : []),
  ...(command === 'app' ? OF_APP : []),
  ...(NO_SERVER_CODE.includes(command) ? [] : ['--conditions=react-server']),
];
const [script, ...given] = COMMANDS[command];
const child = spawn(findRuntime(), options.concat(join(root, script), given, process.argv.slice(3)), {
  cwd: root,
  stdio: 'inherit',
});
child.on('error', (error) => fail(`Node ${RUNTIME} does not run here: ${error.message}`));
// A terminal signals the whole group and npm forwards again; the script tolerates repeats.
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
  process.on(signal, () => child.kill(signal));
});
child.on('exit', (code, signal) => {
  if (signal) console.error(`vigil: ${command} was ended by ${signal}`);
  process.exit(code === null ? 1 : code);
});
