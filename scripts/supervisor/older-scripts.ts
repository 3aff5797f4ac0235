import { cpSync, existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

// A page that was opened before a deploy asks for the scripts of its own build when they are needed. Files there are
// named after what is in them, so those of many builds lie side by side without harm.

const SERVED = join('.next', 'static');
// A new build empties the folder of the old one, apart from this.
const KEPT = join('.next', 'cache', 'vigil-static');
const KEEP_MS = 30 * 24 * 60 * 60_000;

/** Puts the files that browsers may still ask for where the next build does not remove them. */
export function keepScripts(root: string, nowMs: number): void {
  if (!existsSync(join(root, SERVED))) return;
  for (const file of filesIn(join(root, SERVED))) {
    const kept = join(root, KEPT, file);
    // A file that came back from an earlier build stays as old as it is.
    if (existsSync(kept)) continue;
    cpSync(join(root, SERVED, file), kept);
    utimesSync(kept, nowMs / 1_000, nowMs / 1_000);
  }
}

/** Serves the kept files beside those of the new build, and forgets those that were replaced 30 days ago. */
export function serveKeptScripts(root: string, nowMs: number): void {
  if (!existsSync(join(root, KEPT))) return;
  for (const file of filesIn(join(root, KEPT))) {
    const [kept, served] = [join(root, KEPT, file), join(root, SERVED, file)];
    // What the new build has as well is not old: its days are counted from when it is replaced.
    if (existsSync(served) || nowMs - statSync(kept).mtimeMs > KEEP_MS) rmSync(kept);
    else cpSync(kept, served);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
