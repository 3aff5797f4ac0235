// npm run sbom
//   test-results/sbom.json: all packages that run in production, with versions, licences and hashes (CycloneDX)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const MOST_BYTES = 64 * 1024 * 1024;
const bomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.unknown()),
});

const root = join(import.meta.dirname, '..');
const { name } = z
  .object({ name: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const printed = execFileSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: MOST_BYTES,
});
const bom = bomSchema.parse(JSON.parse(printed));
// npm takes it from the folder.
bom.metadata.component.name = name;
const file = join('test-results', 'sbom.json');
mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(join(root, file), `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${file}: ${bom.components.length} packages`);
