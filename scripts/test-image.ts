// npm run test:image [-- --in FOLDER]
//   builds the image of the Dockerfile with buildah, on bases that mmdebstrap makes, and runs it as a container would: as
//   its own user, with a read-only root. Needs root on Linux, and no Docker. FOLDER keeps the base for the next time.
// Ends with 0 when every figure holds, 1 when one does not, 2 when this machine cannot.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { print } from './chaos/report.ts';
import { buildImage } from './image/build-image.ts';
import { judgeImage } from './image/judge.ts';
import { finish, whyNot } from './image/tools.ts';

const CANNOT_RUN = 2;

const { values } = parseArgs({ options: { in: { type: 'string' } } });
const reason = whyNot();
if (reason) {
  console.error(`vigil: the image cannot be tried here: ${reason}`);
  process.exit(CANNOT_RUN);
}

const root = join(import.meta.dirname, '..');
const work = values.in ? resolve(values.in) : mkdtempSync(join(tmpdir(), 'vigil-image-'));
mkdirSync(work, { recursive: true });
// The database runs as another user.
chmodSync(work, 0o755);
const say = (line: string) => console.log(`vigil: ${line}`);
try {
  const image = await buildImage(root, work, say);
  const chapter = await judgeImage(root, image, work, say);
  print(chapter);
  process.exitCode = chapter.figures.every(({ holds }) => holds !== false) ? 0 : 1;
} finally {
  const left = values.in ? ['storage', 'run', 'data'].map((folder) => join(work, folder)) : [work];
  // What buildah mounted stays mounted until it is asked.
  await finish('sh', ['-c', `umount --quiet --recursive ${join(work, 'storage')} || true`]);
  for (const folder of left) rmSync(folder, { recursive: true, force: true });
}
