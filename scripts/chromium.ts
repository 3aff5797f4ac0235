import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** First the shell without a window: the same engine, at about two thirds of the processor time. */
const NAMES = [
  'chromium-headless-shell',
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
];
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The test browser: configured, installed, or Playwright's; null without one. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isRunnable(named)) throw new Error(`CHROMIUM_PATH: ${named} cannot be run`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC_CHROME];
  return [...candidates, chromium.executablePath()].find(isRunnable) ?? null;
}

/** Finds or installs a browser: Playwright's download first, then the system package. */
export function ensureChromium(root: string): string {
  const present = findChromium();
  if (present) return present;

  const isRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  console.log('No Chromium found: downloading the one of Playwright …');
  const withLibraries = isRoot && hasApt ? ['--with-deps'] : [];
  succeeds(process.execPath, [playwright, 'install', ...withLibraries, 'chromium']);
  if (!findChromium() && isRoot && hasApt) {
    console.log('Download failed: installing the system package …');
    if (succeeds('apt-get', ['update']))
      PACKAGES.some((name) => succeeds('apt-get', ['install', '-y', '--no-install-recommends', name]));
  }
  const brought = findChromium();
  if (!brought)
    throw new Error('No Chromium could be found or installed: install one, or set CHROMIUM_PATH.');
  return brought;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not executable: keep looking.
    return false;
  }
}

function succeeds(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}
