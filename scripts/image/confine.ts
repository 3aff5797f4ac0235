import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { descendants } from '../testing/process-tree.ts';
import type { Image } from './build-image.ts';

// A container's surroundings by hand: file systems and process ids of its own, a read-only root, the image's user.

export type Confined = {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
  /** The command itself, seen from here; undefined before it runs. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<number | null>;
};

// $1 the root, $2 its data directory here, $3 in it, then the command. Nothing of it is seen outside.
const SURROUND = `set -e
root=$1; shift
mount --make-rprivate /
mount --bind "$root" "$root"
mount --bind "$1" "$root$2"; shift 2
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -o remount,bind,ro "$root"
exec chroot "$@"`;

/** Runs a command of the image, or another one, in it. */
export function runConfined(
  { rootfs, config }: Image,
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  command: readonly string[] = [...config.entrypoint, ...config.command],
): Confined {
  const [volume = '/data'] = config.volumes;
  const env = [...config.env, ...Object.entries(settings).map(([name, value]) => `${name}=${value}`)];
  const inside = ['/usr/bin/env', '--ignore-environment', `--chdir=${config.folder}`, ...env, ...command];
  const child = spawn(
    'unshare',
    [
      ...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', SURROUND, 'sh', rootfs, dataDir, volume],
      ...[`--userspec=${config.user}`, rootfs, ...inside],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const pid = () => (child.pid === undefined ? undefined : descendants(child.pid)[0]?.pid);
  return {
    child,
    ended,
    output: () => output,
    pid,
    stop: () => {
      const running = pid();
      if (running !== undefined) process.kill(running, 'SIGTERM');
      return ended;
    },
  };
}

export type Seen = {
  readonly uid: string;
  readonly capabilities: string;
  readonly writable: readonly string[];
};

/** Who a confined process is, and which of its mounts on a disk or in memory it may write. */
export function seenFrom(pid: number): Seen {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mounts = readFileSync(`/proc/${pid}/mountinfo`, 'utf8').trim().split('\n');
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
  return {
    uid: field('Uid'),
    capabilities: field('CapEff'),
    writable: mounts
      .map((line) => line.split(' '))
      .filter(
        ([, , , , point = '', options = '']) => /(^|,)rw(,|$)/.test(options) && !/^\/(dev|proc)/.test(point),
      )
      .map(([, , , , point = '']) => point),
  };
}
