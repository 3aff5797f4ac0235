import { cpSync, existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

// A page opened before a deploy still requests its own build's scripts. Their names are content hashes, so
// those of several builds can coexist.

const SERVED = join('.next', 'static');
// A new build empties .next except for this.
const KEPT = join('.next', 'cache', 'vigil-static');
const KEEP_MS = 30 * 24 * 60 * 60_000;

/** Saves scripts before the next build removes them. */
export function keepScripts(root: string, nowMs: number): void {
  if (!existsSync(join(root, SERVED))) return;
  for (const file of filesIn(join(root, SERVED))) {
    const kept = join(root, KEPT, file);
    // Keep the age of a file restored from an earlier build.
    if (existsSync(kept)) continue;
    cpSync(join(root, SERVED, file), kept);
    utimesSync(kept, nowMs / 1_000, nowMs / 1_000);
  }
}

/** Restores saved scripts beside the new build's, and deletes those replaced over 30 days ago. */
export function serveKeptScripts(root: string, nowMs: number): void {
  if (!existsSync(join(root, KEPT))) return;
  for (const file of filesIn(join(root, KEPT))) {
    const [kept, served] = [join(root, KEPT, file), join(root, SERVED, file)];
    // In use by the new build: its age counts from its replacement.
    if (existsSync(served) || nowMs - statSync(kept).mtimeMs > KEEP_MS) rmSync(kept);
    else cpSync(kept, served);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
