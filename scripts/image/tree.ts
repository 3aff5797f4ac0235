import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { requireBuilt } from '../supervisor/build.ts';
import { StartProblem } from '../supervisor/start-problem.ts';
import { tracedFiles } from './trace.ts';

/** Of `.next`, what only builds and development use. */
const NOT_SERVED =
  /^\.next\/(cache|dev|types|diagnostics|build|turbopack|trace|trace-build|lock)(\/|$)|\.nft\.json$|\.map$/;
/** Read by path, so that no import names them. */
const BY_PATH = ['package.json', 'public', 'lib/db/migrations'];

/** Copies the build and what runs it; the folder must be new. */
export async function writeTree(root: string, to: string): Promise<{ files: number; bytes: number }> {
  requireBuilt(root, {});
  if (existsSync(to)) throw new StartProblem([`${to} is there already: name a folder that is not.`]);
  const build = filesUnder(root, '.next');
  const traces = build.filter((file) => file.endsWith('.nft.json'));
  const files = [
    ...build.filter((file) => !NOT_SERVED.test(file)),
    ...BY_PATH.flatMap((path) => filesUnder(root, path)),
    ...(await tracedFiles(root, traces)),
  ];
  let bytes = 0;
  const all = new Set(files);
  for (const file of all) bytes += copy(join(root, file), join(to, file));
  return { files: all.size, bytes };
}

function copy(from: string, to: string): number {
  mkdirSync(dirname(to), { recursive: true });
  const stat = lstatSync(from);
  if (stat.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else copyFileSync(from, to);
  return stat.size;
}

/** Files and links below a path, itself if it is one. */
function filesUnder(root: string, path: string): string[] {
  if (!lstatSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((entry) => filesUnder(root, `${path}/${entry}`));
}
