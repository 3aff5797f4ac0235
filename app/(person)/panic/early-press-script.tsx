import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Read when the process starts, so it is there when the build's own scripts are not.
const SOURCE = readFileSync(join(process.cwd(), 'components/panic/early-press.js'), 'utf8');

/** The script that serves the button from the first paint until React has taken over. */
export function EarlyPressScript({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own file, the same for everybody, under the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SOURCE }} />;
}
