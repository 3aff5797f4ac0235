import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { BUILD_INPUTS } from '../../scripts/supervisor/source-hash.ts';

/** A copy of sources and build that a test may change and rebuild. */
export type OwnSources = {
  readonly root: string;
  /** Replaces a text everywhere in a file; throws when it is missing. */
  readonly edit: (file: string, before: string, after: string) => void;
  /** Speeds up the build where the console is not needed. */
  readonly removeConsole: () => void;
  readonly remove: () => void;
};

const RUN_FROM_SOURCE = ['server.ts', 'sandbox', 'scripts', 'worker'];
const BUILD = '.next';
/** Build cache and dev output: large and not served. */
const NOT_SERVED = ['cache', 'dev'].map((folder) => join(BUILD, folder));

export function copySources(): OwnSources {
  const original = resolve('.');
  // Inside the project, so that packages resolve; ignored by all checks.
  mkdirSync(join(original, '.data'), { recursive: true });
  const root = mkdtempSync(join(original, '.data', 'deployed-'));
  // The embedded database runs as another user when we are root.
  chmodSync(root, 0o755);
  for (const entry of [...BUILD_INPUTS, ...RUN_FROM_SOURCE, BUILD]) {
    if (!existsSync(join(original, entry))) continue;
    cpSync(join(original, entry), join(root, entry), {
      recursive: true,
      filter: (path) => !NOT_SERVED.includes(relative(original, path)),
    });
  }
  symlinkSync(join('..', '..', 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    edit: (file, before, after) => {
      const text = readFileSync(join(root, file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not contain "${before}"`);
      writeFileSync(join(root, file), text.replaceAll(before, after));
    },
    removeConsole: () => rmSync(join(root, 'app', 'admin'), { recursive: true }),
    remove: () => rmSync(root, { recursive: true }),
  };
}
