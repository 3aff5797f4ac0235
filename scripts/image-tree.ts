// npm run image:tree -- FOLDER
//   writes what a container needs to run into FOLDER: the build that is there, and the files that app, worker and their
//   tools load. No development package, no database. The Dockerfile copies it.
import { join, resolve } from 'node:path';
import { writeTree } from './image/tree.ts';
import { startAlone } from './supervisor/alone.ts';
import { StartProblem } from './supervisor/start-problem.ts';

await startAlone(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new StartProblem(['Usage: npm run image:tree -- FOLDER']);
  const { files, bytes } = await writeTree(join(import.meta.dirname, '..'), resolve(folder));
  console.log(`vigil: ${files} files, ${Math.round(bytes / 1_000_000)} MB`);
});
