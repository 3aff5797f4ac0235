import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CATEGORIES } from './reading.ts';

/** Fetched on demand, as its 114 packages weigh 176 MB and serve this script alone. */
const VERSION = '13.5.0';
const WITHIN_MS = 180_000;
const run = promisify(execFile);

export type Asked = {
  readonly url: string;
  readonly cookie: string | undefined;
  /** Where the report is kept. */
  readonly file: string;
};

export type Lighthouse = { readonly version: string; readonly report: (asked: Asked) => Promise<string> };

/** Lighthouse of the pinned version, kept in `cache`. */
export async function openLighthouse(cache: string, chromium: string): Promise<Lighthouse> {
  const home = join(cache, `lighthouse-${VERSION}`);
  if (!existsSync(home)) await install(cache, home);
  const cli = join(home, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const report = async ({ url, cookie, file }: Asked) => {
    // In a file: everybody can read the arguments of a process.
    const headers = `${file}.headers`;
    writeFileSync(headers, JSON.stringify(cookie === undefined ? {} : { Cookie: cookie }), { mode: 0o600 });
    const options = [
      ...['--quiet', '--no-enable-error-reporting', '--output=json', `--output-path=${file}`],
      ...[`--only-categories=${CATEGORIES.join(',')}`, `--extra-headers=${headers}`],
      '--chrome-flags=--headless --no-sandbox --disable-quic',
    ];
    const env = { ...process.env, CHROME_PATH: chromium };
    await run(process.execPath, [cli, url, ...options], { env, timeout: WITHIN_MS });
    return readFileSync(file, 'utf8');
  };
  return { version: VERSION, report };
}

/** Beside its place first, so that an interrupted install does not count. */
async function install(cache: string, home: string): Promise<void> {
  console.log(`Fetching Lighthouse ${VERSION} (needed once) …`);
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true }));
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--save-exact'];
  await run(command, [...first, 'install', ...quietly, '--prefix', draft, `lighthouse@${VERSION}`], {
    cwd: draft,
  });
  renameSync(draft, home);
}
